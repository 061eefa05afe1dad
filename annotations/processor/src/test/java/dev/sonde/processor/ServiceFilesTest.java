package dev.sonde.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ServiceLoader;
import javax.annotation.processing.Processor;
import javax.lang.model.SourceVersion;
import org.junit.jupiter.api.Test;

class ServiceFilesTest {

  @Test
  void isFoundByCompilers() {
    assertThat(ServiceLoader.load(Processor.class).stream().map(ServiceLoader.Provider::type))
        .containsSubsequence(RefreshProcessor.class, ProbeProcessor.class);
  }

  @Test
  void tellsGradleThatEverythingDependsOnEverything() throws IOException {
    try (InputStream file =
        ProbeProcessor.class.getResourceAsStream(
            "/META-INF/gradle/incremental.annotation.processors")) {
      assertThat(new String(file.readAllBytes(), StandardCharsets.UTF_8))
          .isEqualTo(
              "dev.sonde.processor.RefreshProcessor,isolating\n"
                  + "dev.sonde.processor.ProbeProcessor,aggregating\n");
    }
  }

  @Test
  void supportsTheNewestSourceVersion() {
    assertThat(new ProbeProcessor().getSupportedSourceVersion()).isEqualTo(SourceVersion.latest());
  }
}
