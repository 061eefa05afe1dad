package dev.sonde.kubelet.internal.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Expected texts; {@code -Dsonde.golden.rewrite=true} writes what is there as what is expected. */
final class Golden {

  private Golden() {}

  static void check(String file, String text) throws IOException {
    Path golden = Sources.FOLDER.resolve("expected").resolve(file);
    if (Boolean.getBoolean("sonde.golden.rewrite")) {
      Files.createDirectories(golden.getParent());
      Files.writeString(golden, text);
    }
    assertThat(text).isEqualTo(Files.readString(golden));
  }
}
