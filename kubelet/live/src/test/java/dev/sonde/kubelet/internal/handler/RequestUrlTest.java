package dev.sonde.kubelet.internal.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sonde.kubelet.AttemptOutcome;
import dev.sonde.kubelet.live.LiveOptions;
import dev.sonde.kubelet.live.SingleAttempt;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestUrlTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost:8080",
        "ftp://localhost/",
        "http:///path",
        "http://",
        "/path",
        "",
        "http://a b/"
      })
  void whatIsNoUrlOfAServerIsRefused(String written) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RequestUrl.parse(written))
        .withMessage("\"" + written + "\" is no URL like http://localhost:8080/path.");
  }

  @ParameterizedTest
  @CsvSource({
    "http://localhost:8080/orders?page=2&q=%20, 8080, localhost, /orders?page=2&q=%20, HTTP",
    "http://localhost, 80, localhost, '', HTTP",
    "https://shop.example/x, 443, shop.example, /x, HTTPS",
    "http://[::1]:8080/x, 8080, ::1, /x, HTTP"
  })
  void isTheSameInTheWordsOfAProbe(
      String written, int port, String host, String path, String scheme) {
    RequestUrl url = RequestUrl.parse(written);
    assertThat(url.port()).isEqualTo(port);
    assertThat(url.handler().host()).contains(host);
    assertThat(url.handler().path()).contains(path);
    assertThat(url.handler().scheme()).contains(scheme);
    assertThat(url.handler().port()).hasToString(Integer.toString(port));
  }

  @Test
  void isRequestedAsItIsWritten() throws IOException {
    try (RawServer server =
        RawServer.answering("HTTP/1.1 204 No Content\r\nContent-Length: 0\r\n\r\n")) {
      RequestUrl url =
          RequestUrl.parse("http://127.0.0.1:" + server.port() + "/orders?page=2&q=%20");
      AttemptOutcome outcome =
          SingleAttempt.make(
              url.handler(), Duration.ofSeconds(60), List.of(), LiveOptions.builder().build());
      assertThat(outcome).isEqualTo(AttemptOutcome.success("HTTP status 204"));
      assertThat(server.request()).startsWith("GET /orders?page=2&q=%20 HTTP/1.1\r\n");
    }
  }
}
