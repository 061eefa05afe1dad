package dev.sonde.example.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.spring.ServedEndpoints;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;

/** In tests of Spring, whose contexts stay open beside each other, no port is fixed. */
@Timeout(300)
class SpringTestDefaultsTest {

  @Nested
  @SpringBootTest(properties = "spring.datasource.generate-unique-name=true")
  class WithTheApplication {

    @Value("${local.sonde.port}")
    private int port;

    @Test
    void takesAFreePort() throws Exception {
      assertThat(port).isNotEqualTo(ClinicApplicationHealth.PORT);
      URI livez = URI.create("http://127.0.0.1:" + port + "/livez");
      assertThat(
              HttpClient.newHttpClient()
                  .send(HttpRequest.newBuilder(livez).build(), BodyHandlers.discarding())
                  .statusCode())
          .isEqualTo(200);
    }
  }

  /** As where a test scans another package than the application's. */
  @Nested
  @SpringBootTest(
      classes = WithoutTheApplication.Part.class,
      properties = "spring.datasource.generate-unique-name=true")
  class WithoutTheApplication {

    @Configuration
    @EnableAutoConfiguration
    static class Part {}

    @Autowired private ServedEndpoints served;

    @Test
    void stepsBackWithoutAHealthClass() {
      assertThat(served.endpoints()).isEmpty();
    }
  }
}
