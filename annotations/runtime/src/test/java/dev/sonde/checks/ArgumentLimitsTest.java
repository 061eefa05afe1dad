package dev.sonde.checks;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ArgumentLimitsTest {

  private static final Duration NANO = Duration.ofNanos(1);
  private static final Duration MILLI = Duration.ofMillis(1);
  private static final Duration SECOND = Duration.ofSeconds(1);

  static Stream<Arguments> outside() {
    return Stream.of(
        row(() -> new TcpCheck("a", 0), "port 0 is outside 1..65535"),
        row(() -> new TcpCheck("a", 65536), "port 65536 is outside 1..65535"),
        row(() -> new TcpCheck("a", 1, NANO), "timeout PT0.000000001S is not between 1 ms"),
        row(() -> http("http://a", Duration.ZERO), "timeout PT0S is not between 1 ms"),
        row(() -> http("ftp://a", SECOND), "invalid URI scheme ftp"),
        row(() -> new ErrorRateCheck(0, SECOND, 1), "limit 0.0 is not more than 0"),
        row(() -> new ErrorRateCheck(1.01, SECOND, 1), "limit 1.01 is not more than 0 and at most"),
        row(() -> new ErrorRateCheck(Double.NaN, SECOND, 1), "limit NaN is not more than 0"),
        row(() -> new ErrorRateCheck(1, MILLI, 1), "a tenth of the window PT0.0001S is not"),
        row(() -> new ErrorRateCheck(1, SECOND, 0), "least number of calls 0 is less than 1"),
        row(() -> new CpuLoadCheck(2), "limit 2.0 is not"),
        row(() -> new CpuDelayCheck(NANO, SECOND), "limit PT0.000000001S is not between 1 ms"),
        row(() -> new HeapCheck(-1), "limit -1.0 is not"),
        row(() -> new FileDescriptorCheck(1.5), "limit 1.5 is not"),
        row(() -> new ThreadCountCheck(0), "most threads 0 is outside 1..2147483647"),
        row(() -> new DiskSpaceCheck(Path.of("/"), 0), "least number of bytes 0 is less than 1"),
        row(() -> new HeartbeatCheck(Duration.ZERO), "limit PT0S is not between 1 ms"),
        row(() -> new QueueCheck(() -> 0, 0, 1, SECOND), "capacity 0 is outside 1.."),
        row(() -> new QueueCheck(() -> 0, 1, 0, SECOND), "limit 0.0 is not"));
  }

  static Stream<Arguments> inside() {
    return Stream.of(
        row(() -> new TcpCheck("a", 1, MILLI), ""),
        row(() -> new TcpCheck("a", 65535), ""),
        row(() -> new ErrorRateCheck(Double.MIN_VALUE, Duration.ofMillis(10), 1), ""),
        row(() -> new HeapCheck(1), ""),
        row(() -> new QueueCheck(() -> 0, 1, 1, Duration.ZERO), ""));
  }

  private static HttpCheck http(String uri, Duration timeout) {
    return new HttpCheck(URI.create(uri), timeout, HttpClient.newHttpClient());
  }

  private static Arguments row(ThrowingCallable make, String message) {
    return Arguments.of(make, message);
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("outside")
  void refusesWhatIsOutOfRange(ThrowingCallable make, String message) {
    assertThatThrownBy(make)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(message);
  }

  @ParameterizedTest
  @MethodSource("inside")
  void takesWhatIsJustInRange(ThrowingCallable make, String none) {
    assertThatCode(make).doesNotThrowAnyException();
  }
}
