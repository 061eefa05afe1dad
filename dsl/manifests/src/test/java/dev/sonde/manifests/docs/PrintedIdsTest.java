package dev.sonde.manifests.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.rules.Rule;
import dev.sonde.rules.RuleCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Holds that nobody prints an id that is not in the catalogue: walks the sources of all modules.
 */
class PrintedIdsTest {

  private static final Path ROOT = Path.of("../..");
  private static final Path RULES = Path.of("dsl/core/src/main/java/dev/sonde/rules");

  /** An id in brackets inside a text, as findings are printed. */
  private static final Pattern PRINTED = Pattern.compile("\\[([a-z]{2,}(?:-[a-z]{2,})+)\\]");

  private static final Pattern TEXT = Pattern.compile("\"(?:\\\\.|[^\"\\\\\n])*\"");

  @Test
  void noSourcePrintsAnIdThatTheCatalogueLacks() throws IOException {
    Set<String> unknown = new TreeSet<>();
    for (Path source : sources()) {
      Matcher text = TEXT.matcher(Files.readString(source));
      while (text.find()) {
        Matcher id = PRINTED.matcher(text.group());
        while (id.find()) {
          unknown.add(id.group(1));
        }
      }
    }
    unknown.removeAll(ids());
    assertThat(unknown).isEmpty();
  }

  /** A rule that is made elsewhere would be on no page and among no report's rules. */
  @Test
  void rulesAreMadeInTheCatalogueOnly() throws IOException {
    List<Path> makers = new ArrayList<>();
    for (Path source : sources()) {
      if (!source.startsWith(ROOT.resolve(RULES))
          && Files.readString(source).contains("new Rule(")) {
        makers.add(source);
      }
    }
    assertThat(makers).isEmpty();
  }

  @Test
  void everyIdHasAPlaceOnThePage() throws IOException {
    String page = Files.readString(ROOT.resolve("docs/rules.md"));
    assertThat(RuleCatalogue.all())
        .allSatisfy(
            rule ->
                assertThat(page)
                    .containsPattern("(?m)^(### " + rule.id() + "$|\\| `" + rule.id() + "` \\|)"));
  }

  private static Set<String> ids() {
    return RuleCatalogue.all().stream().map(Rule::id).collect(Collectors.toSet());
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> all = Files.walk(ROOT)) {
      List<Path> sources =
          all.filter(file -> file.toString().endsWith(".java"))
              .filter(file -> file.toString().contains("/src/main/java/"))
              .filter(file -> !file.toString().contains("/examples/"))
              .filter(file -> !file.toString().contains("/target/"))
              .toList();
      assertThat(sources).hasSizeGreaterThan(500);
      return sources;
    }
  }
}
