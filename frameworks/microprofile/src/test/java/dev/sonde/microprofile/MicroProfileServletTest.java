package dev.sonde.microprofile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.microprofile.Beans.Live;
import dev.sonde.microprofile.Beans.Throwing;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The servlet in a real container. */
@Timeout(120)
class MicroProfileServletTest {

  private static final String UP =
      "{\"status\":\"UP\",\"checks\":[{\"name\":\"I live\",\"status\":\"UP\"}]}";

  @ParameterizedTest
  @CsvSource({
    "GET,  /health/live,    200",
    "GET,  /health/ready,   503",
    "GET,  /health/started, 200",
    "GET,  /health,         503",
    "HEAD, /health/live,    200",
    "HEAD, /health/ready,   503",
    "GET,  /health/well,    404",
    "POST, /health/live,    405"
  })
  void answersWithTheStatusOfTheSpecification(String method, String path, int status)
      throws Exception {
    try (HealthApplication application = HealthApplication.of(Live.class, Throwing.class)) {
      assertThat(send(method, application, path).statusCode()).isEqualTo(status);
    }
  }

  @Test
  void sendsJsonThatIsNotKept() throws Exception {
    try (HealthApplication application = HealthApplication.below("/shop", Live.class)) {
      HttpResponse<String> answer = send("GET", application, "/shop/health/live");
      assertThat(answer.body()).isEqualTo(UP);
      assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
          .startsWith("application/json");
      assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
      HttpResponse<String> head = send("HEAD", application, "/shop/health/live");
      assertThat(head.body()).isEmpty();
      assertThat(head.headers().firstValue("Content-Length"))
          .contains(Integer.toString(UP.length()));
      assertThat(send("POST", application, "/shop/health/live").headers().firstValue("Allow"))
          .contains("GET, HEAD");
    }
  }

  private static HttpResponse<String> send(
      String method, HealthApplication application, String path)
      throws IOException, InterruptedException {
    URI uri = URI.create("http://localhost:" + application.port() + path);
    HttpRequest request =
        HttpRequest.newBuilder(uri).method(method, HttpRequest.BodyPublishers.noBody()).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
  }
}
