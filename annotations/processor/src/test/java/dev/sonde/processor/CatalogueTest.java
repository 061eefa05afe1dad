package dev.sonde.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.rules.JavaRule;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CatalogueTest {

  private static final List<Class<?>> TESTS =
      List.of(
          DefectTest.class,
          IncludeTest.class,
          InjectTest.class,
          LibraryTest.class,
          ProcessorOptionsTest.class,
          OutputTest.class,
          PartialCompilationTest.class,
          RoundsTest.class);

  @Test
  void hasABadCaseForEachRule() throws IOException {
    Set<String> provoked = new TreeSet<>(marked());
    for (Class<?> test : TESTS) {
      for (Method method : test.getDeclaredMethods()) {
        Provokes provokes = method.getAnnotation(Provokes.class);
        if (provokes != null) {
          provoked.add(provokes.value().id());
        }
      }
    }
    assertThat(provoked).containsAll(ids());
  }

  private static Set<String> ids() {
    return Arrays.stream(JavaRule.values())
        .map(JavaRule::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> marked() throws IOException {
    Set<String> ids = new TreeSet<>();
    for (Path folder : Sources.cases("bad")) {
      for (Path file : Sources.files(folder)) {
        for (String line : Files.readAllLines(file)) {
          Matcher mark = BadSourcesTest.MARK.matcher(line);
          if (mark.find()) {
            ids.addAll(List.of(mark.group(1).split(" ")));
          }
        }
      }
    }
    return ids;
  }
}
