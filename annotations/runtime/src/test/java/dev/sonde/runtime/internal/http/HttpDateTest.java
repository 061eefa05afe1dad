package dev.sonde.runtime.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class HttpDateTest {

  private final AtomicLong millis = new AtomicLong();
  private final HttpDate date = new HttpDate(millis::get);

  private String at(long epochSecond) {
    millis.set(epochSecond * 1000 + 999);
    return new String(date.now(), StandardCharsets.US_ASCII);
  }

  @Test
  void writesTheFixedFormOfHttp() {
    assertThat(at(Instant.parse("1994-11-06T08:49:37Z").getEpochSecond()))
        .isEqualTo("Sun, 06 Nov 1994 08:49:37 GMT");
  }

  @Test
  void agreesWithTheJdksFormatter() {
    DateTimeFormatter jdk =
        DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    Random random = new Random(20261123);
    for (int i = 0; i < 2000; i++) {
      long second = random.nextLong(0, 4_102_444_800L);
      assertThat(at(second)).isEqualTo(jdk.format(Instant.ofEpochSecond(second)));
    }
  }
}
