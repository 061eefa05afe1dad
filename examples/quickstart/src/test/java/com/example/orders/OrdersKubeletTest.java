package com.example.orders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.kubelet.junit.Kubelet;
import dev.sonde.kubelet.junit.KubeletTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the kubelet will do with the service; it asks the probes that the compiler generated. */
@KubeletTest(
    application = OrdersApplication.class,
    jvmArguments = "-Dorders.loadingMillis=500",
    traffic = "http://localhost:8080/orders",
    timeFactor = 4)
class OrdersKubeletTest {

  @BeforeEach
  void becomesReady(Kubelet kubelet) {
    kubelet.becomesReadyWithin(Duration.ofSeconds(60));
  }

  @Test
  void isRestartedWhenItsWorkerDeadlocks(Kubelet kubelet) throws Exception {
    assertThat(get("http://localhost:8080/admin/deadlock")).isEqualTo(200);

    kubelet.restartsWithin(Duration.ofSeconds(60)).becomesReadyWithin(Duration.ofSeconds(60));
  }

  /** Such as a long garbage collection; 5 s would be too long for three failures. */
  @Test
  void isNotRestartedForAPause(Kubelet kubelet) {
    kubelet.survivesStall(Duration.ofSeconds(4));
  }

  @Test
  void losesNoOrderWhenItIsShutDown(Kubelet kubelet) {
    kubelet.noTrafficLostDuringShutdown();
  }

  private static int get(String url) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
    return HttpClient.newHttpClient()
        .send(request, HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }
}
