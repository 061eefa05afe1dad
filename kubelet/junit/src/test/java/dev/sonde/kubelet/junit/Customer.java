package dev.sonde.kubelet.junit;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Asks the shop for something. */
final class Customer {

  private Customer() {}

  static String get(ReservedPort port, String path) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(port.url(path))).build(),
            HttpResponse.BodyHandlers.ofString())
        .body();
  }
}
