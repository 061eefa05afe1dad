package dev.sonde.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.runtime.testing.ForkedJvm;
import dev.sonde.runtime.testing.ServesOneCheck;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class NothingButTheJdkTest {

  @Test
  void servesInAJvmWithNoJarOnItsClassPath() throws Exception {
    try (ForkedJvm jvm = ForkedJvm.start(ServesOneCheck.class, "-verbose:class")) {
      HttpResponse<String> response = jvm.get("/livez");

      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.body())
          .isEqualTo("{\"status\":\"UP\",\"checks\":[{\"name\":\"alive\",\"status\":\"UP\"}]}");
      assertThat(loadedFromOutsideTheJdk(jvm.output()))
          .isNotEmpty()
          .allMatch(name -> name.startsWith("dev.sonde."));
    }
  }

  private static List<String> loadedFromOutsideTheJdk(String verboseClassOutput) {
    return verboseClassOutput
        .lines()
        .filter(line -> line.contains("source: file:"))
        .map(line -> line.replaceFirst(".*\\]\\s*(\\S+) source: .*", "$1"))
        .toList();
  }
}
