package dev.sonde.kubelet.internal.console;

import dev.sonde.kubelet.internal.time.Nanos;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** Sends one plain request, beside the probes: a switch of the application to be tripped. */
final class OneRequest {

  private final Optional<URI> url;
  private final Consumer<String> out;

  OneRequest(Optional<URI> url, Consumer<String> out) {
    this.url = url;
    this.out = out;
  }

  /** Sends it on a thread of its own, so that no probe waits for it. */
  void send(long at) {
    url.ifPresent(
        target -> {
          Thread sender = new Thread(() -> send(target, at), "sonde-request");
          sender.setDaemon(true);
          sender.start();
        });
  }

  private void send(URI target, long at) {
    String answer;
    try {
      HttpRequest request =
          HttpRequest.newBuilder(target).timeout(Duration.ofSeconds(5)).GET().build();
      HttpResponse<Void> response =
          HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());
      answer = "status " + response.statusCode();
    } catch (IOException trouble) {
      answer = "no answer: " + trouble.getMessage();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      answer = "interrupted";
    }
    out.accept("t=" + Nanos.text(at) + " GET " + target + ": " + answer);
  }
}
