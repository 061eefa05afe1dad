package dev.sonde.example.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class GreeterApplicationTest {

  private final Greetings greetings = new Greetings();
  private final GreeterApplication application = new GreeterApplication(greetings, 0);
  private final HttpClient client = HttpClient.newHttpClient();

  @BeforeEach
  void start() throws Exception {
    application.start();
  }

  @AfterEach
  void stop() throws Exception {
    application.stop();
  }

  private HttpResponse<String> send(String method, String path) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + application.port() + path);
    HttpRequest request =
        HttpRequest.newBuilder(uri).method(method, BodyPublishers.noBody()).build();
    return client.send(request, BodyHandlers.ofString());
  }

  private HttpResponse<String> get(String path) throws Exception {
    return send("GET", path);
  }

  @Test
  void answersItsProbesAsItStartsWorksAndStops() throws Exception {
    assertThat(get("/startedz").statusCode()).isEqualTo(503);
    assertThat(get("/readyz").body()).contains("{\"name\":\"startup\",\"status\":\"DOWN\"}");
    assertThat(get("/livez").body())
        .isEqualTo("{\"status\":\"UP\",\"checks\":[{\"name\":\"deadlock\",\"status\":\"UP\"}]}");

    greetings.load();
    assertThat(get("/startedz").statusCode()).isEqualTo(200);
    assertThat(get("/readyz").statusCode()).isEqualTo(200);
    assertThat(get("/").body()).isEqualTo("Hello\n");

    greetings.forget();
    assertThat(get("/readyz").statusCode()).isEqualTo(503);
    assertThat(get("/livez").statusCode()).isEqualTo(200);

    greetings.load();
    application.endpoints().stopping();
    assertThat(get("/readyz").body()).contains("{\"name\":\"shutdown\",\"status\":\"DOWN\"}");
    assertThat(get("/livez").statusCode()).isEqualTo(200);
  }

  @Test
  void answersLikeTheServerOfItsOwn() throws Exception {
    greetings.load();

    HttpResponse<String> response = get("/readyz?verbose");
    assertThat(response.body()).isEqualTo("[+]greetings-loaded ok\nreadyz check passed\n");
    assertThat(response.headers().firstValue("Content-Type")).hasValue("text/plain;charset=utf-8");
    assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(get("/readyz/greetings-loaded").statusCode()).isEqualTo(200);
    assertThat(get("/readyz/nothing").statusCode()).isEqualTo(404);

    HttpResponse<String> head = send("HEAD", "/livez");
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(send("POST", "/livez").statusCode()).isEqualTo(405);
  }
}
