package dev.sonde.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.manifests.shapes.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The help of {@code generate} names every shape there is, and no other. */
class GenerateHelpTest {

  @Test
  void namesEveryShape() throws IOException {
    String plugin = Files.readString(Path.of("target/classes/META-INF/maven/plugin.xml"));
    String help = plugin.replaceAll("(?s).*<name>shapes</name>.*?<description>What to write: ", "");
    assertThat(help.substring(0, help.indexOf(". If")).replaceAll("&lt;/?code&gt;|</?code>", ""))
        .isEqualTo(String.join(", ", Stream.of(Shape.values()).map(Shape::word).toList()));
  }
}
