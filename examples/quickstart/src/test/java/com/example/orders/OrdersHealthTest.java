package com.example.orders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.runtime.HealthServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an operator sees with curl. */
class OrdersHealthTest {

  private final Catalogue catalogue = new Catalogue();
  private final OrderQueue queue = new OrderQueue(2);
  private final OrderWorker worker = new OrderWorker(queue);
  private final HttpClient curl = HttpClient.newHttpClient();
  private HealthServer server;

  @BeforeEach
  void serve() throws IOException {
    server =
        HealthServer.start(new OrdersApplicationHealth(catalogue, queue, worker).endpoints(), 0);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void isNotStartedUntilTheCatalogueIsLoaded() throws Exception {
    assertThat(get("/startedz").statusCode()).isEqualTo(503);

    catalogue.load(Duration.ZERO);

    assertThat(get("/startedz").statusCode()).isEqualTo(200);
  }

  @Test
  void isReadyOnceStartedAndWhileTheQueueHasRoom() throws Exception {
    assertThat(get("/readyz").statusCode()).isEqualTo(503);

    catalogue.load(Duration.ZERO);
    assertThat(get("/startedz").statusCode()).isEqualTo(200);
    assertThat(get("/readyz").statusCode()).isEqualTo(200);

    queue.offer("one");
    queue.offer("two");

    HttpResponse<String> full = get("/readyz");
    assertThat(full.statusCode()).isEqualTo(503);
    assertThat(full.body())
        .isEqualTo(
            "{\"status\":\"DOWN\",\"checks\":[{\"name\":\"order-queue-has-room\",\"status\":\"DOWN\"}]}");
  }

  @Test
  void isAliveUntilTheWorkerDeadlocks() throws Exception {
    Thread thread = new Thread(worker, "order-worker");
    thread.setDaemon(true);
    thread.start();
    assertThat(get("/livez").statusCode()).isEqualTo(200);

    worker.deadlock();

    assertThat(eventually("/livez", 503)).contains("order-worker-makes-progress");
  }

  private String eventually(String path, int status) throws Exception {
    long giveUp = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    HttpResponse<String> answer = get(path);
    while (answer.statusCode() != status && System.nanoTime() < giveUp) {
      Thread.sleep(50);
      answer = get(path);
    }
    assertThat(answer.statusCode()).isEqualTo(status);
    return answer.body();
  }

  private HttpResponse<String> get(String path) throws Exception {
    URI uri = URI.create("http://localhost:" + server.port() + path);
    return curl.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
  }
}
