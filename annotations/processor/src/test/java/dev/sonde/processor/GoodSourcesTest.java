package dev.sonde.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each folder in {@code good/} compiles without a warning and gives what is in its {@code expected}
 * folder. {@code -Dsonde.golden.rewrite=true} rewrites those folders.
 */
class GoodSourcesTest {

  static Stream<Path> cases() {
    return Sources.cases("good").stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void generatesWhatIsExpected(Path folder) throws IOException {
    Compilation compilation = Javac.strict().compile(Sources.of(folder));
    assertThat(compilation.diagnostics()).isEmpty();
    assertThat(compilation.status()).isEqualTo(Compilation.Status.SUCCESS);
    SortedMap<String, String> generated = Javac.generated(compilation);
    if (Boolean.getBoolean("sonde.golden.rewrite")) {
      rewrite(folder.resolve("expected"), generated);
    }
    assertThat(generated).isEqualTo(expected(folder.resolve("expected")));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void givesTheSameBytesInAnyOrder(Path folder) {
    List<JavaFileObject> sources = Sources.of(folder);
    assertThat(Javac.generated(Javac.strict().compile(Javac.reversed(sources))))
        .isEqualTo(Javac.generated(Javac.strict().compile(sources)));
  }

  private static SortedMap<String, String> expected(Path folder) throws IOException {
    SortedMap<String, String> expected = new TreeMap<>();
    for (Path file : Sources.files(folder)) {
      expected.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
    }
    return expected;
  }

  private static void rewrite(Path folder, Map<String, String> generated) throws IOException {
    for (Path old : Sources.files(folder)) {
      Files.delete(old);
    }
    for (Map.Entry<String, String> entry : generated.entrySet()) {
      Path file = folder.resolve(entry.getKey());
      Files.createDirectories(file.getParent());
      Files.writeString(file, entry.getValue());
    }
  }
}
