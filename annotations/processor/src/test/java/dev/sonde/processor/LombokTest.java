package dev.sonde.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lombok.Lombok;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Beside the real Lombok, which changes classes while they are compiled. */
class LombokTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void losesNoCheckInWhateverOrderTheProcessorsStand(boolean lombokFirst) throws Exception {
    JavacCommand javac = new JavacCommand(folder);
    Path lombok = Path.of(Lombok.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    List<Path> processors = new ArrayList<>(javac.sonde);
    processors.add(lombokFirst ? 0 : processors.size(), lombok);
    Path generated = Files.createDirectories(folder.resolve("generated"));
    javac.run(
        Sources.files(Sources.folder("lombok", "shop")),
        "-classpath",
        JavacCommand.path(List.of(javac.api, javac.runtime, lombok)),
        "-processorpath",
        JavacCommand.path(processors),
        "-s",
        generated.toString());
    assertThat(generated.resolve("shop/AppHealth.java"))
        .content()
        .contains("public AppHealth(Flags flags, Pool pool, Queue queue)")
        .contains("Check.bool(\"checks-warm\", Checks::warm)")
        .contains("Check.bool(\"pool-turns\", pool::turns)")
        .contains("Check.bool(\"loaded\", flags::isLoaded)")
        .contains("Check.bool(\"queue-has-room\", queue::hasRoom)");
  }
}
