package dev.sonde.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.xml.sax.InputSource;

/**
 * No block of a page is there untested without a reason: Java is compiled, commands are run, what
 * they print is compared, YAML and XML are parsed. A block for which that is not so says why in a
 * comment above it, {@code <!-- not run: reason -->}.
 */
class SnippetMarksTest {

  private static final Set<String> TESTED = Set.of("java", "shell", "text", "yaml", "xml");
  private static final Set<String> RUN_IN_A_FOLDER = Set.of("shell", "text");
  private static final Pattern OWN =
      Pattern.compile(
          "<groupId>dev\\.sonde</groupId>\\s*<artifactId>([\\w-]+)</artifactId>\\s*<version>([^<]*)<");

  static List<PageSnippet> snippets() throws IOException {
    return DocsPages.all().stream().flatMap(page -> PageSnippet.of(page).stream()).toList();
  }

  @Test
  void everyBlockIsTestedOrSaysWhyNot() throws IOException {
    List<String> untested = new ArrayList<>();
    for (DocsPage page : DocsPages.all()) {
      boolean runs = PageSnippet.fixture(page).isPresent();
      PageSnippet.of(page).stream()
          .filter(PageSnippet::isRun)
          .filter(
              snippet ->
                  !TESTED.contains(snippet.language())
                      || (RUN_IN_A_FOLDER.contains(snippet.language()) && !runs))
          .map(PageSnippet::place)
          .forEach(untested::add);
    }
    assertThat(untested)
        .as(
            "Give the page a folder to run in (fixture), or write above the block why it is not run")
        .isEmpty();
  }

  @Test
  void seesABlockWithoutALanguageOrAMark() {
    DocsPage page =
        DocsPage.of("docs/a.md", "# A\n\n```\nls\n```\n\n<!-- exit: 1 -->\n```shell\nls\n```\n");
    assertThat(PageSnippet.of(page))
        .extracting(PageSnippet::language, snippet -> snippet.marks().get("exit"))
        .containsExactly(tuple("", null), tuple("shell", "1"));
  }

  @ParameterizedTest
  @MethodSource("snippets")
  void yamlAndXmlAreWellFormed(PageSnippet snippet) throws Exception {
    if (snippet.language().equals("yaml") && snippet.isRun()) {
      new Parse(LoadSettings.builder().build())
          .parseString(snippet.text())
          .forEach(event -> assertThat(event).isNotNull());
    }
    if (snippet.language().equals("xml") && snippet.isRun()) {
      String text = "<all>" + snippet.text() + "</all>";
      DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(text)));
      assertThat(OWN.matcher(text).results().map((MatchResult own) -> own.group(2)))
          .allMatch(version()::equals);
    }
  }

  /** The version of the house, which a reader copies. */
  private static String version() throws IOException {
    String pom = Files.readString(Path.of("pom.xml"));
    return pom.substring(pom.indexOf("<version>") + 9, pom.indexOf("</version>"));
  }
}
