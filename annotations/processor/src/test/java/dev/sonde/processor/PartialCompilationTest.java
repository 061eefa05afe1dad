package dev.sonde.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.processor.PartialProject.Call;
import dev.sonde.processor.PartialProject.Outcome;
import dev.sonde.rules.JavaRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes out where the compiler is given only some of the classes. */
class PartialCompilationTest {

  private static final String ORDERS =
      """
      package shop;
      import dev.sonde.annotation.*;
      @Container(name = "orders", port = 8081)
      @Startup(periodSeconds = 2, failureThreshold = 30, withoutChecks = true)
      @Liveness(timeoutSeconds = 2)
      public final class Orders {}
      """;
  private static final String STORE =
      """
      package shop;
      import dev.sonde.annotation.*;
      public class Store { @Readiness public boolean reachable() { return true; } }
      """;
  private static final String QUEUE =
      """
      package shop.queue;
      import dev.sonde.annotation.*;
      public class Queue {
        static class Inner { @Readiness boolean hasRoom() { return true; } }
      }
      """;
  private static final String STOCK =
      """
      package shop;
      import dev.sonde.annotation.*;
      public interface Stock { @Liveness boolean isOpen(); }
      """;
  private static final String SHELF =
      "package shop; class Shelf implements Stock { public boolean isOpen() { return true; } }";
  private static final String PLAIN = "package shop; class Plain {}";

  @TempDir Path folder;
  private PartialProject project;
  private final Map<String, String> sources = new LinkedHashMap<>();

  @BeforeEach
  void compilesInFull() throws IOException {
    sources.put("shop.Orders", ORDERS);
    sources.put("shop.Store", STORE);
    sources.put("shop.queue.Queue", QUEUE);
    sources.put("shop.Stock", STOCK);
    sources.put("shop.Shelf", SHELF);
    sources.put("shop.Plain", PLAIN);
    project = new PartialProject(folder.resolve("partial"));
    project.write(sources);
    assertThat(project.compile(Call.JAVAC, sources.keySet()).messages()).isEmpty();
    assertThat(project.output())
        .containsOnlyKeys(
            "META-INF/sonde/compilation",
            "META-INF/sonde/orders.yaml",
            "shop/OrdersHealth.class",
            "shop/queue/Queue_InnerHealthBridge.class");
  }

  @ParameterizedTest
  @CsvSource({
    "shop.Orders, failureThreshold = 30, failureThreshold = 40",
    "shop.Store, @Readiness, @Readiness(periodSeconds = 7)",
    "shop.queue.Queue, @Readiness, @Readiness(periodSeconds = 7)",
    "shop.Shelf, return true, return false",
    "shop.Plain, {}, { int more; }",
  })
  void givesTheSameWithAnyCompiler(String changed, String old, String now) throws IOException {
    for (Call call : new Call[] {Call.JAVAC, Call.ECJ, new Call(true, true, true)}) {
      change(changed, sources.get(changed).replace(old, now));
      assertThat(project.compile(call, changed)).as("%s", call).matches(Outcome::success);
      assertThat(project.output()).isEqualTo(fromEverything());
      change(changed, sources.get(changed).replace(now, old));
      assertThat(project.compile(call, changed)).as("%s", call).matches(Outcome::success);
      assertThat(project.output()).isEqualTo(fromEverything());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "shop.Store, reachable, connected",
    "shop.Store, @Readiness, ",
    "shop.queue.Queue, @Readiness, @Liveness",
    "shop.Shelf, class Shelf implements Stock, class Shelf",
    "shop.Plain, class Plain {}, class Plain implements Stock { public boolean isOpen() { return true; } }",
  })
  void changesTheGeneratedClassWithJavacAndRefusesWithEclipse(
      String changed, String old, String now) throws IOException {
    // Else there is an abstract check that nobody implements.
    change("shop.Bin", SHELF.replace("Shelf", "Bin"));
    assertThat(project.compile(Call.JAVAC, "shop.Bin").success()).isTrue();
    assertThat(project.output()).isEqualTo(fromEverything());

    SortedMap<String, String> before = project.output();
    change(changed, sources.get(changed).replace(old, now == null ? "" : now));
    Outcome refused = project.compile(Call.ECJ, changed);
    assertThat(refused.success()).isFalse();
    assertThat(refused.messages())
        .anySatisfy(
            message ->
                assertThat(message)
                    .startsWith("[compile-everything] ")
                    .contains("shop.OrdersHealth")
                    .contains("mvn clean compile"));
    assertThat(project.output()).isEqualTo(before);

    assertThat(project.compile(Call.JAVAC, changed).messages())
        .allSatisfy(message -> assertThat(message).startsWith("[source-missing]"));
    assertThat(project.output()).isEqualTo(fromEverything());
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  @Provokes(JavaRule.COMPILE_EVERYTHING)
  void refusesWhereTheOutputIsNotOnTheClassPath(boolean eclipse) throws IOException {
    SortedMap<String, String> before = project.output();
    Outcome outcome = project.compile(new Call(eclipse, false, false), "shop.Store");
    assertThat(outcome.success()).isFalse();
    assertThat(outcome.messages())
        .contains(
            "[compile-everything] the compiler cannot see annotated classes that were compiled"
                + " earlier: shop.Orders, shop.Stock, shop.queue.Queue.Inner. Compile everything, or put"
                + " the compiler's output on its class path.");
    assertThat(project.output()).isEqualTo(before);
  }

  @Test
  @Provokes(JavaRule.SOURCE_MISSING)
  void warnsOfClassesWhoseSourceIsGone() throws IOException {
    project.delete("shop.queue.Queue", false);
    Outcome outcome = project.compile(new Call(false, true, true), "shop.Store");
    assertThat(outcome.messages())
        .containsExactly(
            "[source-missing] no source can be seen of classes that count because of their class"
                + " files: shop.queue.Queue. If a source is gone, delete its class file. Else compile"
                + " everything, or give the compiler the source path.");
    assertThat(outcome.success()).isTrue();
  }

  @Test
  void forgetsAClassThatIsDeletedWithItsClassFile() throws IOException {
    sources.remove("shop.Store");
    project.delete("shop.Store", true);
    assertThat(project.compile(Call.JAVAC, "shop.Plain").success()).isTrue();
    assertThat(project.output()).isEqualTo(fromEverything());
  }

  /** The check of the class goes with its interface, though the class is still there. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void refusesWhereAClassThatCountsExtendsOneThatIsGone(boolean eclipse) throws IOException {
    SortedMap<String, String> before = project.output();
    project.delete("shop.Stock", true);
    change("shop.Store", STORE.replace("@Readiness", "@Readiness(periodSeconds = 7)"));
    Outcome outcome = project.compile(new Call(eclipse, true, false), "shop.Store");
    assertThat(outcome.success()).isFalse();
    assertThat(outcome.messages())
        .contains(
            "[compile-everything] something does not exist that is used by classes which are not"
                + " compiled now: shop.Shelf. Delete the compiler's output and compile everything"
                + " (with Maven: mvn clean compile).");
    assertThat(project.output()).isEqualTo(before);
  }

  @Test
  void followsAMovedClass() throws IOException {
    sources.remove("shop.Store");
    project.delete("shop.Store", true);
    change("shop.data.Store", STORE.replace("package shop", "package shop.data"));
    assertThat(project.compile(Call.JAVAC, "shop.data.Store").success()).isTrue();
    assertThat(project.output()).isEqualTo(fromEverything());
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void refusesToLeaveWhatIsGeneratedNoMore(boolean eclipse) throws IOException {
    change("shop.Orders", ORDERS.replace("\"orders\"", "\"shop\""));
    Outcome outcome = project.compile(new Call(eclipse, true, false), "shop.Orders");
    assertThat(outcome.success()).isFalse();
    assertThat(outcome.says("[compile-everything]")).isTrue();
    assertThat(outcome.messages().toString())
        .contains(
            eclipse
                ? "shop.OrdersHealth has to change"
                : "not generated any more: META-INF/sonde/orders.yaml.");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void refusesWhereTheLastAnnotationGoes(boolean eclipse) throws IOException {
    PartialProject small = new PartialProject(folder.resolve("small"));
    small.write("shop.Store", STORE.replace("{ @", "{ public static void main(String[] a) {} @"));
    Call call = new Call(eclipse, true, false);
    assertThat(small.compile(call, "shop.Store").success()).isTrue();
    small.write("shop.Store", STORE.replace("@Readiness", ""));
    assertThat(small.compile(call, "shop.Store").messages())
        .contains(
            "[compile-everything] an earlier compilation generated what is not generated any more:"
                + " shop.ApplicationHealth, META-INF/sonde/container.yaml. Delete the compiler's output"
                + " and compile everything (with Maven: mvn clean compile).");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void compilesEverythingAgainWithoutACleanOutput(boolean eclipse) throws IOException {
    Call call = new Call(eclipse, true, false);
    for (int time = 0; time < 2; time++) {
      assertThat(project.compile(call, sources.keySet()).messages()).isEmpty();
      assertThat(project.output()).isEqualTo(fromEverything());
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void leavesNoFileThatAskedForAnotherRound(boolean eclipse) throws IOException {
    project.clean();
    Call call = new Call(eclipse, true, false);
    assertThat(project.compile(call, sources.keySet()).success()).isTrue();
    assertThat(Sources.files(project.generated()))
        .extracting(file -> file.getFileName().toString())
        .containsExactlyInAnyOrder("OrdersHealth.java", "Queue_InnerHealthBridge.java");
  }

  private void change(String className, String text) throws IOException {
    sources.put(className, text);
    project.write(className, text);
  }

  private SortedMap<String, String> fromEverything() throws IOException {
    PartialProject whole = new PartialProject(Files.createTempDirectory(folder, "whole"));
    whole.write(sources);
    assertThat(whole.compile(Call.JAVAC, sources.keySet()).messages()).isEmpty();
    return whole.output();
  }
}
