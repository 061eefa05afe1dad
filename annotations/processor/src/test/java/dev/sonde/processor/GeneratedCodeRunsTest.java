package dev.sonde.processor;

import static dev.sonde.processor.CompiledClasses.checks;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Loads what was compiled, next to the real runtime, and asks it. */
class GeneratedCodeRunsTest {

  private static final Map<String, String> REACTIVE_ANSWERS =
      Map.ofEntries(
          entry("mutiny-health", "UP"),
          entry("mutiny-nothing", "UP"),
          entry("mutiny-stream", "UP"),
          entry("mutiny-unknown", "DOWN"),
          entry("mutiny-yes", "UP"),
          entry("plain-ended", "UP"),
          entry("plain-published", "UP"),
          entry("reactor-health", "UP"),
          entry("reactor-nothing", "UP"),
          entry("reactor-published", "DOWN"),
          entry("reactor-two", "DOWN"),
          entry("reactor-yes", "UP"),
          entry("scope-at-once", "UP"),
          entry("scope-fails", "DOWN"),
          entry("scope-later", "UP"),
          entry("scope-of-nobody", "DOWN"),
          entry("scope-unit", "UP"),
          entry("shelves-full", "UP"),
          entry("stock-counted", "UP"),
          entry("stock-mono", "UP"),
          entry("stock-multi", "UP"),
          entry("stock-nothing", "UP"),
          entry("stock-stage", "UP"),
          entry("stock-suspends", "UP"),
          entry("stock-uni", "UP"),
          entry("store-open-a", "UP"),
          entry("store-suspends-a", "UP"));

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
  void asksWhateverBringsTheAnswer() throws Exception {
    assertThat(checks(load("reactive", "com.acme.Reactive").ask("/readyz")))
        .isEqualTo(REACTIVE_ANSWERS);
  }

  @Test
  void asksItTheSameWhereEclipseCompiles(@TempDir Path folder) throws Exception {
    try (URLClassLoader classes = Eclipse.compile(Sources.folder("good", "reactive"), folder)) {
      Class<?> type = classes.loadClass("com.acme.Reactive");
      String answer = (String) type.getMethod("ask", String.class).invoke(null, "/readyz");
      assertThat(checks(answer)).isEqualTo(REACTIVE_ANSWERS);
    }
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
    CompiledClasses classes = CompiledClasses.of(Javac.strict(), Sources.folder("good", name));
    Class<?> type = classes.loadClass(className);
    return path -> (String) type.getMethod("ask", String.class).invoke(null, path);
  }
}
