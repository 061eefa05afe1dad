package dev.sonde.runtime.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestParserTest {

  private static RequestHead parse(String head) throws BadRequestException {
    byte[] bytes = head.getBytes(StandardCharsets.ISO_8859_1);
    return RequestParser.parse(bytes, 0, bytes.length);
  }

  private static RequestHead withHeaders(String headers) throws BadRequestException {
    return parse("GET / HTTP/1.1\r\nHost: a\r\n" + headers + "\r\n");
  }

  @Test
  void readsWhatAKubeletSends() throws Exception {
    RequestHead head =
        parse(
            "GET /readyz?verbose HTTP/1.1\r\nHost: 10.0.0.7:8081\r\n"
                + "User-Agent: kube-probe/1.35\r\nAccept: */*\r\nConnection: close\r\n\r\n");

    assertThat(head).isEqualTo(new RequestHead("GET", "/readyz", "verbose", "*/*", true, false));
  }

  @ParameterizedTest
  @CsvSource({
    "/livez, /livez, ''",
    "/livez?, /livez, ''",
    "/livez?a?b=%20, /livez, a?b=%20",
    "http://orders:8081/livez?a, /livez, a",
    "HTTP://orders, /, ''",
    "*, *, ''",
  })
  void splitsTheTarget(String target, String path, String query) throws Exception {
    RequestHead head = parse("GET " + target + " HTTP/1.1\r\nHost: a\r\n\r\n");

    assertThat(head.path()).isEqualTo(path);
    assertThat(head.query()).isEqualTo(query);
  }

  @Test
  void joinsAcceptHeaders() throws Exception {
    assertThat(withHeaders("accept: text/plain\r\nACCEPT:\t*/*;q=0.1 \r\n").accept())
        .isEqualTo("text/plain,*/*;q=0.1");
  }

  @ParameterizedTest
  @CsvSource({
    "'', false",
    "'Connection: keep-alive\r\n', false",
    "'Connection: close\r\n', true",
    "'Connection: Upgrade, Close\r\n', true",
    "'Connection: closed\r\n', false",
    "'Content-Length: 0\r\n', false",
    "'Content-Length: 5\r\n', true",
    "'Transfer-Encoding: chunked\r\n', true",
  })
  void knowsWhetherTheConnectionGoesOn(String headers, boolean last) throws Exception {
    assertThat(withHeaders(headers).last()).isEqualTo(last);
  }

  @Test
  void endsTheConnectionWithAnHttp10Request() throws Exception {
    assertThat(parse("GET / HTTP/1.0\n\n").last()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /\r\n\r\n",
        "GET  HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET / HTTP/1.1 \r\nHost: a\r\n\r\n",
        "GET / HTTX/1.1\r\nHost: a\r\n\r\n",
        "GET / http/1.1\r\nHost: a\r\n\r\n",
        "G(T / HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET /a b HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET /\u00e9 HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET /\t HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET / HTTP/1.1\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
        "GET / HTTP/1.1\r\nHost : a\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\n folded\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nnonsense\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nX: \u0000\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nX: a\rb\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 1, 1\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: \r\n\r\n",
      })
  void refusesWhatIsNotHttp(String head) {
    BadRequestException problem =
        catchThrowableOfType(BadRequestException.class, () -> parse(head));

    assertThat(problem).isNotNull();
    assertThat(problem.status()).isEqualTo(400);
  }

  @Test
  void refusesOtherVersions() {
    assertThatThrownBy(() -> parse("PRI * HTTP/2.0\r\n\r\n"))
        .hasMessage("Only HTTP/1.0 and HTTP/1.1 are spoken here.")
        .extracting(problem -> ((BadRequestException) problem).status())
        .isEqualTo(505);
  }

  @ParameterizedTest
  @CsvSource({"2047, 0", "2048, 0", "2049, 414"})
  void limitsTheTarget(int length, int status) {
    String target = "/" + "a".repeat(length - 1);
    BadRequestException problem =
        catchThrowableOfType(
            BadRequestException.class,
            () -> parse("GET " + target + " HTTP/1.1\r\nHost: a\r\n\r\n"));

    assertThat(problem == null ? 0 : problem.status()).isEqualTo(status);
  }
}
