package dev.sonde.kubelet.internal.report.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The page's style sheet, which lies beside this class. */
final class Style {

  private static final String FILE = "report.css";

  private Style() {}

  static String css() {
    try (InputStream css = Objects.requireNonNull(Style.class.getResourceAsStream(FILE), FILE)) {
      return new String(css.readAllBytes(), UTF_8).replace("\r\n", "\n");
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
