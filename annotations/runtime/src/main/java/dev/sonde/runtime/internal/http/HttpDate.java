package dev.sonde.runtime.internal.http;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.function.LongSupplier;

/**
 * The value of the {@code Date} header, made once a second. Made by hand: the JDK's formatters load
 * all its locale data, which takes longer than all else that a start needs.
 */
final class HttpDate {

  private static final String DAYS = "MonTueWedThuFriSatSun";
  private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";

  private static final class Stamp {
    final long second;
    final byte[] text;

    Stamp(long second, byte[] text) {
      this.second = second;
      this.text = text;
    }
  }

  private final LongSupplier millis;
  private volatile Stamp last = new Stamp(-1, new byte[0]);

  HttpDate(LongSupplier millis) {
    this.millis = millis;
  }

  byte[] now() {
    long second = Math.floorDiv(millis.getAsLong(), 1000L);
    Stamp known = last;
    if (known.second != second) {
      known = new Stamp(second, format(second).getBytes(StandardCharsets.US_ASCII));
      last = known;
    }
    return known.text;
  }

  private static String format(long second) {
    LocalDateTime time = LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC);
    StringBuilder text = new StringBuilder(29);
    text.append(
        DAYS, name(time.getDayOfWeek().getValue()), nameEnd(time.getDayOfWeek().getValue()));
    twoDigits(text.append(", "), time.getDayOfMonth());
    text.append(' ').append(MONTHS, name(time.getMonthValue()), nameEnd(time.getMonthValue()));
    text.append(' ').append(time.getYear());
    twoDigits(text.append(' '), time.getHour());
    twoDigits(text.append(':'), time.getMinute());
    twoDigits(text.append(':'), time.getSecond());
    return text.append(" GMT").toString();
  }

  private static int name(int number) {
    return (number - 1) * 3;
  }

  private static int nameEnd(int number) {
    return number * 3;
  }

  private static void twoDigits(StringBuilder text, int value) {
    text.append((char) ('0' + value / 10)).append((char) ('0' + value % 10));
  }
}
