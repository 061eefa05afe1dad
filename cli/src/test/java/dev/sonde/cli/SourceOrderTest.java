package dev.sonde.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What newcomers rely on in all modules: one class for one name, and nothing too long to read. */
class SourceOrderTest {

  private static final Path ROOT = Path.of("..");
  private static final int LONGEST_CLASS = 400;
  private static final int LONGEST_METHOD = 45;

  /** Kubernetes' own terms: an annotation, and the value that it becomes. */
  private static final Set<String> ANNOTATIONS_AND_VALUES =
      Set.of("Exec", "Grpc", "HttpGet", "HttpHeader", "RestartRule", "TcpSocket");

  /** A table of constants, which is not read from top to bottom. */
  private static final String CATALOGUE = "LintRules";

  private static final TreeMap<String, TreeSet<String>> PACKAGES_OF_NAMES = new TreeMap<>();
  private static final List<String> TOO_LONG = new ArrayList<>();

  @BeforeAll
  static void readMainSources() throws IOException {
    List<Path> sources;
    try (Stream<Path> files = Files.walk(ROOT)) {
      sources = files.filter(SourceOrderTest::isMainSource).toList();
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  manager,
                  null,
                  List.of("-proc:none"),
                  null,
                  manager.getJavaFileObjectsFromPaths(sources));
      SourcePositions positions = Trees.instance(task).getSourcePositions();
      for (CompilationUnitTree unit : task.parse()) {
        look(unit, positions);
      }
    }
  }

  private static boolean isMainSource(Path file) {
    String path = ROOT.relativize(file).toString().replace('\\', '/');
    return path.endsWith(".java")
        && path.contains("src/main/java/")
        && !path.startsWith("examples/")
        && !path.contains("src/it/")
        && !path.contains("target/");
  }

  private static void look(CompilationUnitTree unit, SourcePositions positions) {
    for (Tree type : unit.getTypeDecls()) {
      if (type instanceof ClassTree named) {
        PACKAGES_OF_NAMES
            .computeIfAbsent(named.getSimpleName().toString(), name -> new TreeSet<>())
            .add(String.valueOf(unit.getPackageName()));
      }
    }
    LineMap lines = unit.getLineMap();
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitClass(ClassTree type, Void nothing) {
        if (!type.getSimpleName().contentEquals(CATALOGUE)) {
          measure(type, "class " + type.getSimpleName(), LONGEST_CLASS);
        }
        return super.visitClass(type, nothing);
      }

      @Override
      public Void visitMethod(MethodTree method, Void nothing) {
        measure(method, "method " + method.getName(), LONGEST_METHOD);
        return super.visitMethod(method, nothing);
      }

      private void measure(Tree tree, String name, int most) {
        long first = lines.getLineNumber(positions.getStartPosition(unit, tree));
        long last = lines.getLineNumber(positions.getEndPosition(unit, tree));
        if (last - first + 1 > most) {
          TOO_LONG.add(
              unit.getSourceFile().getName() + ":" + first + " " + name + ", to line " + last);
        }
      }
    }.scan(unit, null);
  }

  @Test
  void noTwoClassesHaveTheSameSimpleName() {
    TreeMap<String, TreeSet<String>> twice = new TreeMap<>(PACKAGES_OF_NAMES);
    twice.values().removeIf(packages -> packages.size() == 1);

    assertThat(PACKAGES_OF_NAMES).hasSizeGreaterThan(500);
    assertThat(twice.keySet()).isEqualTo(new TreeSet<>(ANNOTATIONS_AND_VALUES));
    assertThat(twice)
        .allSatisfy((name, packages) -> assertThat(packages).contains("dev.sonde.annotation"));
  }

  @Test
  void noClassAndNoMethodIsLong() {
    assertThat(TOO_LONG).isEmpty();
  }
}
