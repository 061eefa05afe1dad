package dev.sonde.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** Loads what was compiled, next to the real runtime, and asks it. */
class GeneratedCodeRunsTest {

  private static final Pattern CHECK =
      Pattern.compile("\"name\":\"([^\"]+)\",\"status\":\"([A-Z]+)\"");

  @Test
  void asksTheChecksOfEachProbe() throws Exception {
    Application orders = load("orders", "com.acme.OrdersApplication");
    assertThat(checks(orders.ask("/startedz")))
        .isEqualTo(Map.of("database-schema-migrated", "UP", "warm", "UP"));
    assertThat(checks(orders.ask("/livez"))).isEqualTo(Map.of("warm", "UP"));
    assertThat(checks(orders.ask("/readyz")))
        .isEqualTo(Map.of("database-reachable", "DOWN", "warm", "UP"));
  }

  @Test
  void asksOwnersOfEveryShape() throws Exception {
    Map<String, String> answers = checks(load("shapes", "com.acme.Shapes").ask("/readyz"));
    assertThat(answers).hasSize(17).containsEntry("outer-ring", "DOWN");
    answers.remove("outer-ring");
    assertThat(answers.values()).containsOnly("UP");
  }

  @Test
  void asksAcrossPackagesThroughBridges() throws Exception {
    assertThat(checks(load("bridges", "com.acme.Shop").ask("/readyz")))
        .hasSize(6)
        .containsEntry("stocks-counted", "UP")
        .containsEntry("labels-printed", "UP");
  }

  @Test
  void asksChecksAsTheirPoliciesSay() throws Exception {
    Application shop = load("policies", "com.acme.Shop");
    assertThat(checks(shop.ask("/readyz")))
        .containsEntry("database-reachable", "UP")
        .containsEntry("memory-queue", "UP")
        .containsKey("shop-recommendations");
    // It is not required: the probe succeeds all the same.
    assertThat(shop.ask("/readyz")).contains("200");
  }

  @Test
  void asksEachOfSeveralObjectsAndThoseThatThereAre() throws Exception {
    Application shop = load("owner-counts", "com.acme.Shop");
    assertThat(checks(shop.ask("/readyz")))
        .isEqualTo(
            Map.of(
                "shop-open", "UP",
                "cache-warm", "DOWN",
                "store-open-primary", "UP",
                "store-open-replica", "DOWN",
                "store-hidden-primary", "UP",
                "store-hidden-replica", "DOWN"));
    assertThat(checks(shop.ask("/livez")))
        .isEqualTo(
            Map.of("pool-turns-a", "UP", "store-open-primary", "UP", "store-open-replica", "DOWN"));
    assertThat(checks(shop.ask("/startedz"))).isEmpty();
  }

  @Test
  void keepsWhateverIsInANameOfACheck() throws Exception {
    assertThat(load("odd-texts", "com.acme.Odd").ask("/readyz"))
        .contains("line\u2028separator")
        .contains("paragraph\u2029separator")
        .contains("quote \\\" backslash \\\\ dollar $S $$ escape \\\\u0041 \u00fc \\ud83d\\ude00");
  }

  private interface Application {
    String ask(String path) throws Exception;
  }

  private static Application load(String name, String className) throws Exception {
    Compilation compilation = Javac.strict().compile(Sources.of(Sources.folder("good", name)));
    Class<?> type = new Compiled(compilation).loadClass(className);
    return path -> (String) type.getMethod("ask", String.class).invoke(null, path);
  }

  private static Map<String, String> checks(String response) {
    return CHECK
        .matcher(response)
        .results()
        .collect(
            Collectors.toMap(
                (MatchResult check) -> check.group(1),
                check -> check.group(2),
                (one, two) -> one,
                HashMap::new));
  }

  private static final class Compiled extends ClassLoader {
    private final Map<String, byte[]> classes = new HashMap<>();

    Compiled(Compilation compilation) throws IOException {
      super(GeneratedCodeRunsTest.class.getClassLoader());
      for (JavaFileObject file : compilation.generatedFiles()) {
        String path = file.toUri().getPath();
        if (file.getKind() == JavaFileObject.Kind.CLASS) {
          String name = path.replaceFirst("^/CLASS_OUTPUT/", "").replaceFirst("\\.class$", "");
          classes.put(name.replace('/', '.'), file.openInputStream().readAllBytes());
        }
      }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      byte[] bytes = classes.get(name);
      if (bytes == null) {
        throw new ClassNotFoundException(name);
      }
      return defineClass(name, bytes, 0, bytes.length);
    }
  }
}
