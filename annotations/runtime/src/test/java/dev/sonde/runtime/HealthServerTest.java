package dev.sonde.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sonde.runtime.testing.CapturedLog;
import dev.sonde.runtime.testing.ForkedJvm;
import dev.sonde.runtime.testing.ServesOneCheck;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(60)
class HealthServerTest {

  @RegisterExtension final CapturedLog log = new CapturedLog();

  private final AtomicBoolean well = new AtomicBoolean(true);
  private final HttpClient client = HttpClient.newHttpClient();
  private HealthServer server;

  private HealthEndpoints endpoints() {
    return HealthEndpoints.builder("orders", 8081)
        .liveness("/livez", Duration.ofSeconds(30), List.of(Check.bool("queue", well::get)))
        .build();
  }

  @BeforeEach
  void start() throws IOException {
    server = HealthServer.start(endpoints(), 0);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private HttpResponse<String> send(String method, String path) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + server.port() + path);
    HttpRequest request =
        HttpRequest.newBuilder(uri).method(method, BodyPublishers.noBody()).build();
    return client.send(request, BodyHandlers.ofString());
  }

  @Test
  void answersOverHttp() throws Exception {
    HttpResponse<String> up = send("GET", "/livez");
    well.set(false);
    HttpResponse<String> down = send("GET", "/livez");

    assertThat(up.statusCode()).isEqualTo(200);
    assertThat(up.body())
        .isEqualTo("{\"status\":\"UP\",\"checks\":[{\"name\":\"queue\",\"status\":\"UP\"}]}");
    assertThat(up.headers().firstValue("Content-Type")).hasValue("application/json");
    assertThat(up.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(down.statusCode()).isEqualTo(503);
    assertThat(down.body()).contains("\"status\":\"DOWN\"");
  }

  @Test
  void answersHeadWithTheLengthOfGetAndNoBody() throws Exception {
    HttpResponse<String> head = send("HEAD", "/livez");

    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(head.headers().firstValueAsLong("Content-Length")).hasValue(57);
  }

  @Test
  void refusesWhatIsNoProbe() throws Exception {
    assertThat(send("GET", "/nothing").statusCode()).isEqualTo(404);
    assertThat(send("POST", "/livez").statusCode()).isEqualTo(405);
    assertThat(send("GET", "/%ff").statusCode()).isEqualTo(400);
  }

  @Test
  void saysWhatToDoWhenThePortIsTaken() {
    assertThatThrownBy(() -> HealthServer.start(endpoints(), server.port()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("Cannot serve the health endpoints of \"orders\"")
        .hasMessageContaining(":" + server.port())
        .hasMessageContaining("this very process has that port already")
        .hasMessageContaining("Free it, or declare another port");
  }

  @Test
  void namesTheProcessThatHasThePort() throws Exception {
    try (ForkedJvm other = ForkedJvm.start(ServesOneCheck.class)) {
      int port = Integer.parseInt(other.awaitLine("port "));

      assertThatThrownBy(() -> HealthServer.start(endpoints(), port))
          .hasMessageContaining("process " + other.process().pid() + " (java) has that port");
    }
  }

  @Test
  void saysSoWhenTheAddressIsNotThisHosts() throws Exception {
    InetAddress elsewhere = InetAddress.getByName("192.0.2.1");

    assertThatThrownBy(() -> HealthServer.builder(endpoints()).address(elsewhere).port(0).start())
        .hasMessageContaining("Cannot serve the health endpoints of \"orders\" on /192.0.2.1:0");
  }

  @Test
  void listensOnTheGivenAddressOnly() throws Exception {
    InetAddress loopback = InetAddress.getByName("127.0.0.1");
    try (HealthServer local = HealthServer.builder(endpoints()).address(loopback).port(0).start()) {
      assertThat(local.address()).isEqualTo(loopback);
    }
  }

  @Test
  void logsWhenItServesAnotherPortThanTheProbesAsk() {
    assertThat(log.lines())
        .containsExactly(
            "WARNING The health endpoints of \"orders\" are served on port "
                + server.port()
                + ", but its probes ask port 8081.");
  }

  @Test
  void listensNoMoreOnceClosed() {
    server.close();

    assertThatThrownBy(() -> send("GET", "/livez")).isInstanceOf(IOException.class);
  }
}
