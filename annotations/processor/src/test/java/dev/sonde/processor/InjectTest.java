package dev.sonde.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import dev.sonde.rules.JavaRule;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaFileObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InjectTest {

  private static final JavaFileObject INJECT =
      JavaFileObjects.forSourceString(
          "jakarta.inject.Inject", "package jakarta.inject; public @interface Inject {}");
  private static final JavaFileObject SINGLETON =
      JavaFileObjects.forSourceString(
          "jakarta.inject.Singleton", "package jakarta.inject; public @interface Singleton {}");
  private static final JavaFileObject COMPONENT =
      JavaFileObjects.forSourceString(
          "org.springframework.stereotype.Component",
          "package org.springframework.stereotype; public @interface Component {}");

  /** As in Jakarta EE 9, where there are no handles yet. */
  private static final JavaFileObject INSTANCE =
      JavaFileObjects.forSourceString(
          "jakarta.enterprise.inject.Instance",
          "package jakarta.enterprise.inject; public interface Instance<T> extends Iterable<T> {"
              + " T get(); boolean isUnsatisfied(); }");

  @ParameterizedTest
  @CsvSource({
    "several, auto, FAILURE",
    "several, jakarta, FAILURE",
    "several, none, SUCCESS",
    "optional, auto, SUCCESS",
    "include, auto, SUCCESS",
  })
  @Provokes(JavaRule.BEAN_NAMES)
  void saysThatCdi3DoesNotTellTheNamesOfBeans(
      String attribute, String option, Compilation.Status status) {
    JavaFileObject shop =
        JavaFileObjects.forSourceString(
            "com.acme.Shop",
            "package com.acme;\n"
                + "import dev.sonde.annotation.*;\n"
                + "@Container(name = \"shop\", "
                + attribute
                + " = Store.class) class Shop {}\n"
                + "class Store { @Readiness boolean open() { return true; } }");
    Compilation compilation =
        Javac.lenient("-Asonde.inject=" + option).compile(INJECT, SINGLETON, INSTANCE, shop);
    assertThat(compilation.status()).as("%s", compilation.errors()).isEqualTo(status);
    if (status == Compilation.Status.FAILURE) {
      assertThat(compilation.errors())
          .singleElement()
          .satisfies(
              error -> {
                assertThat(error.getLineNumber()).isEqualTo(3);
                assertThat(error.getMessage(null))
                    .startsWith("[bean-names] several = ... needs the names of beans")
                    .contains("CDI 4 (Jakarta EE 10)", "-Asonde.inject=none");
              });
    }
  }

  @ParameterizedTest
  @CsvSource({
    "auto, none, none",
    "auto, jakarta, jakarta",
    "auto, spring, spring",
    "auto, both, spring",
    "none, both, none",
    "jakarta, both, jakarta",
    "spring, both, spring",
  })
  void letsTheContainerOnTheClassPathBuildTheEndpoints(
      String option, String classPath, String expected) {
    List<JavaFileObject> sources = new ArrayList<>(Sources.of(Sources.folder("good", "bridges")));
    if (classPath.equals("jakarta") || classPath.equals("both")) {
      sources.addAll(List.of(INJECT, SINGLETON));
    }
    if (classPath.equals("spring") || classPath.equals("both")) {
      sources.add(COMPONENT);
    }
    Compilation compilation = Javac.lenient("-Asonde.inject=" + option).compile(sources);
    assertThat(compilation.status()).isEqualTo(Compilation.Status.SUCCESS);
    // Its owner is a parameter itself, so the endpoints make it.
    assertThat(Javac.generated(compilation).get("com/acme/stock/StocksHealthBridge.java"))
        .doesNotContain("@Component", "@Singleton")
        .contains("public final class ");
    for (String path : List.of("com/acme/ShopHealth", "com/acme/stock/StockHealthBridge")) {
      String generated = Javac.generated(compilation).get(path + ".java");
      assertThat(generated.contains("@Component\n")).isEqualTo(expected.equals("spring"));
      assertThat(generated.contains("@Singleton\n")).isEqualTo(expected.equals("jakarta"));
      assertThat(generated.contains("  @Inject\n  public ")).isEqualTo(expected.equals("jakarta"));
      assertThat(generated.contains("public final class ")).isEqualTo(expected.equals("none"));
    }
  }
}
