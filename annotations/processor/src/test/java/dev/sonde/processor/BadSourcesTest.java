package dev.sonde.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each folder in {@code bad/} gives exactly the findings that its sources tell of: a line that ends
 * with {@code //! rule-id} has that finding, and no other line has any. {@code //! javac} is an
 * error of the compiler's own.
 */
class BadSourcesTest {

  static final Pattern MARK = Pattern.compile("//! (.+)$");
  private static final Pattern ID = Pattern.compile("^\\[([a-z-]+)\\] ", Pattern.MULTILINE);

  static Stream<Path> cases() {
    return Sources.cases("bad").stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void reportsEachProblemAtItsLineInWhateverOrderItCompiles(Path folder) throws IOException {
    List<JavaFileObject> sources = Sources.of(folder);
    Compilation compilation = Javac.lenient().compile(sources);
    assertThat(found(compilation)).as("%s", compilation.diagnostics()).isEqualTo(marked(folder));
    if (sources.size() > 1) {
      Compilation reversed = Javac.lenient().compile(Javac.reversed(sources));
      assertThat(found(reversed)).isEqualTo(found(compilation));
    }
  }

  private static List<String> found(Compilation compilation) {
    List<String> found = new ArrayList<>();
    for (Diagnostic<? extends JavaFileObject> each : compilation.diagnostics()) {
      Matcher id = ID.matcher(each.getMessage(Locale.ROOT));
      if (id.find() || each.getKind() == Diagnostic.Kind.ERROR) {
        String what = id.reset().find() ? id.group(1) : "javac";
        JavaFileObject source = each.getSource();
        String file = source == null ? "no file" : fileName(source.getName());
        found.add(file + ":" + each.getLineNumber() + " " + what);
      }
    }
    return found.stream().sorted().toList();
  }

  private static List<String> marked(Path folder) throws IOException {
    List<String> marked = new ArrayList<>();
    for (Path file : Sources.files(folder)) {
      List<String> lines = Files.readAllLines(file);
      for (int index = 0; index < lines.size(); index++) {
        Matcher mark = MARK.matcher(lines.get(index));
        if (mark.find()) {
          for (String id : mark.group(1).split(" ")) {
            marked.add(file.getFileName() + ":" + (index + 1) + " " + id);
          }
        }
      }
    }
    return marked.stream().sorted().toList();
  }

  private static String fileName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
