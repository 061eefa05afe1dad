package dev.sonde.processor;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The classes of {@link PartialSequencesTest}, and the forms that each of them can have. */
final class SequenceForms {

  /** Never in question: something to compile where the class that changed is deleted. */
  static final String PLAIN = "shop.Plain";

  /** Classes that may move to another package. */
  static final Map<String, String> MOVES =
      Map.of("shop.Store", "shop.data.Store", "shop.queue.Queue", "shop.data.lines.Queue");

  /** Classes that are not there in the beginning. */
  static final Set<String> LATER = Set.of("shop.Level", "shop.Rooms", "shop.Gate");

  private static final String IMPORTS =
      "import dev.sonde.annotation.*;\nimport dev.sonde.health.*;\n";

  /** Each class with its forms; the first one is what a sequence begins with. */
  static final Map<String, List<String>> ALL = new TreeMap<>();

  static {
    ALL.put(
        "shop.App",
        List.of(
            "@Container(name = \"orders\", port = 8081) @Liveness(periodSeconds = 5) class App {}",
            "@Container(name = \"orders\", port = 8082) @Liveness class App {}",
            "@Container(name = \"shop\") @Liveness class App {}",
            "@Container(name = \"orders\", include = Plugin.class) @Liveness class App {}",
            "@Container(name = \"orders\", several = Plugin.class) @Liveness class App {}",
            "@Container(name = \"orders\", optional = Plugin.class, shutdown = @Shutdown)"
                + " @Liveness class App {}",
            "@Liveness(failureThreshold = 4) class App {}",
            "class App { int later; }"));
    ALL.put(
        "shop.Store",
        List.of(
            "class Store { @Readiness boolean reachable() { return true; } }",
            "class Store { @Readiness(periodSeconds = 7) boolean reachable() { return true; } }",
            "class Store { @Readiness(name = \"db\") @External boolean up() { return true; } }",
            "class Store { @Startup void migrated() {} @Readiness boolean up() { return true; } }",
            "class Store { @Readiness Health reachable() { return Health.up(); } }",
            "@Deprecated class Store { @Liveness static boolean up() { return true; } }",
            "class Store { @Readiness(container = \"mailer\") boolean up() { return true; } }",
            "class Store { boolean reachable() { return false; } }"));
    ALL.put(
        "shop.queue.Queue",
        List.of(
            "class Queue { static class In { @Readiness boolean hasRoom() { return true; } } }",
            "class Queue { static class Out { @Startup boolean hasRoom() { return true; } } }",
            "class Queue { static class In { static class End { @Readiness boolean hasRoom() {"
                + " return true; } } @Liveness static boolean moves() { return true; } } }",
            "class Queue { static class In { boolean hasRoom() { return true; } } }",
            "public class Queue { @Readiness public boolean isOpen() { return true; } }"));
    ALL.put(
        "shop.Stock",
        List.of(
            "public interface Stock { @Liveness default boolean isFull() { return true; } }",
            "public interface Stock { default boolean isFull() { return true; } }",
            "public interface Stock extends Gate { }",
            "public interface Stock { @Startup(timeoutSeconds = 2) default boolean isFull()"
                + " { return true; } }"));
    ALL.put(
        "shop.Gate",
        List.of(
            "public interface Gate { @Readiness default boolean open() { return true; } }",
            "public interface Gate { @CheckPolicy(required = false) @Readiness default boolean"
                + " open() { return true; } }",
            "public interface Gate {}"));
    ALL.put(
        "shop.Shelf",
        List.of(
            "class Shelf implements Stock {}",
            "class Shelf {}",
            "class Shelf extends shop.base.Base implements Stock { public boolean ready() {"
                + " return true; } }",
            "class Shelf { static class Board implements Stock {} }"));
    ALL.put(
        "shop.base.Base",
        List.of(
            "public abstract class Base { @Readiness public abstract boolean ready(); }",
            "public abstract class Base { public abstract boolean ready(); }",
            "public abstract class Base implements HealthCheck {"
                + " public abstract boolean ready();"
                + " @Override public Health check() { return Health.up(); } }",
            "public abstract class Base { @Startup public boolean ready() { return true; } }"));
    ALL.put(
        "shop.Derived",
        List.of(
            "public class Derived extends shop.base.Base {"
                + " @Override public boolean ready() { return true; } }",
            "@Readiness public class Derived extends shop.base.Base {"
                + " @Override public boolean ready() { return true; } }",
            "public class Derived extends shop.base.Base { @Override public boolean ready() {"
                + " return true; } @Liveness boolean lives() { return true; } }",
            "public class Derived {}"));
    ALL.put(
        "shop.Level",
        List.of(
            "enum Level { LOW, HIGH; @Liveness static boolean fine() { return true; } }",
            "record Level(int most) { @Readiness boolean low() { return most > 0; } }",
            "enum Level { LOW, HIGH; static boolean fine() { return true; } }"));
    ALL.put(
        "shop.mail.Mailer",
        List.of(
            "class Mailer {}",
            "@Container(name = \"mailer\", port = 8090) class Mailer {"
                + " @Readiness boolean connected() { return true; } }",
            "class Mailer { @Readiness boolean connected() { return true; } }"));
    ALL.put(
        "shop.Plugin",
        List.of(
            "class Plugin { @Readiness boolean loaded() { return true; } }",
            "class Plugin { @Startup boolean loaded() { return true; } }"));
    // Another processor makes a class with a check of it.
    ALL.put(
        "shop.Model",
        List.of(
            "@Made class Model {}",
            "@Made class Model { @Readiness boolean loaded() { return true; } }",
            "class Model {}"));
    ALL.put(
        "shop.Rooms",
        List.of(
            "@kotlin.Metadata public final class Rooms {"
                + " @Readiness public final boolean free$shop_main() { return true; } }",
            "@kotlin.Metadata public final class Rooms {"
                + " @Readiness public final boolean getOpen() { return true; } }",
            "@kotlin.Metadata public final class Rooms {"
                + " public static final class Companion {"
                + " @kotlin.jvm.JvmStatic @Liveness public final boolean turns() { return true; } }"
                + " public static final Companion COMPANION = new Companion();"
                + " @kotlin.jvm.JvmStatic @Liveness public static final boolean turns()"
                + " { return true; } }"));
    ALL.put(PLAIN, List.of("class Plain {}", "class Plain { int more; }"));
    ALL.put("shop.Made", List.of("public @interface Made {}"));
    ALL.put("kotlin.Metadata", List.of("public @interface Metadata {}"));
    ALL.put("kotlin.jvm.JvmStatic", List.of("public @interface JvmStatic {}"));
  }

  private SequenceForms() {}

  /** The source of a class, which may have moved. */
  static String source(String name, String form) {
    return "package " + name.substring(0, name.lastIndexOf('.')) + ";\n" + IMPORTS + form;
  }
}
