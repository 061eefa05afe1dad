package dev.sonde.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The site of these docs, and of small ones with a mistake. */
class SiteTest {

  private static final Path ROOT = Path.of("../..");
  private static final Pattern ADDRESS = Pattern.compile("(?:href|src)=\"([^\"]*)\"");

  @TempDir private Path folder;

  @Test
  void everyAddressLeadsToAFileOfTheSiteAndToAnAnchorInIt() throws IOException {
    Path site = site("one");
    List<Path> pages = pages(site);
    assertThat(pages).hasSizeGreaterThan(30);
    for (Path page : pages) {
      assertThat(addresses(page))
          .isNotEmpty()
          .allSatisfy(address -> assertLeadsSomewhere(site, page, address));
    }
  }

  private static void assertLeadsSomewhere(Path site, Path page, String address)
      throws IOException {
    if (address.startsWith("https://")) {
      return;
    }
    String[] parts = address.split("#", -1);
    Path target = parts[0].isEmpty() ? page : site.resolve(parts[0]);
    assertThat(target).exists();
    if (parts.length > 1) {
      assertThat(Files.readString(target)).contains(" id=\"" + parts[1] + "\"");
    }
  }

  @Test
  void loadsNothingFromElsewhere() throws IOException {
    for (Path page : pages(site("one"))) {
      assertThat(Files.readString(page)).doesNotContainPattern("(src|stylesheet\" href)=\"http");
    }
  }

  @Test
  void samePagesGiveSameBytes() throws IOException {
    Path one = site("one");
    Path two = site("two");
    try (Stream<Path> files = Files.walk(one)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(two.resolve(one.relativize(file))).hasSameBinaryContentAs(file);
      }
    }
  }

  @Test
  void tellsLanguageModelsOfEveryPageOfTheIndex() throws IOException {
    Path site = site("one");
    String text = Files.readString(site.resolve("llms.txt"));
    assertThat(text).startsWith("# Sonde\n\n> ").contains("](tutorial.md): ", "](rules.md): ");
    Pattern.compile("\\]\\(([^)]+)\\)")
        .matcher(text)
        .results()
        .forEach(link -> assertThat(site.resolve(link.group(1))).exists());
  }

  @Test
  void hidesTheMarksOfTestsAndShowsMarkupAsText() throws IOException {
    small("# Home\n\n<!-- exit: 1 -->\n```shell\nls\n```\n\nA <script>alert(1)</script>.\n");
    SiteBuilder.build(folder.resolve("small"), folder.resolve("out"));
    assertThat(Files.readString(folder.resolve("out/index.html")))
        .contains("&lt;script&gt;")
        .doesNotContain("exit: 1", "<script>");
  }

  @ParameterizedTest
  @CsvSource({
    "[a](docs/none.md), there is no file docs/none.md",
    "[a](docs/page.md#nowhere), docs/page.md has no heading with the anchor #nowhere",
    "[a](#nowhere), README.md has no heading with the anchor #nowhere",
    "![a](docs/images/none.png), there is no file docs/images/none.png",
  })
  void refusesALinkThatLeadsNowhere(String link, String reason) throws IOException {
    small("# Home\n\n" + link + "\n");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SiteBuilder.build(folder.resolve("small"), folder.resolve("out")))
        .withMessageContaining("README.md: link ")
        .withMessageContaining(reason);
  }

  @Test
  void putsPagesThatTheIndexDoesNotNameLastInTheMenu() throws IOException {
    small("# Home\n");
    Files.writeString(folder.resolve("small/docs/lonely.md"), "# Lonely\n");
    SiteBuilder.build(folder.resolve("small"), folder.resolve("out"));
    String page = Files.readString(folder.resolve("out/index.html"));
    assertThat(page.indexOf(">Lonely<")).isGreaterThan(page.indexOf("<h2>More</h2>"));
  }

  private void small(String home) throws IOException {
    Path root = folder.resolve("small");
    Files.createDirectories(root.resolve("docs/images"));
    for (String page : List.of("CHANGELOG", "CONTRIBUTING", "SECURITY", "VERSIONING")) {
      Files.writeString(root.resolve(page + ".md"), "# " + page + "\n");
    }
    Files.writeString(root.resolve("README.md"), home);
    Files.writeString(
        root.resolve("docs/README.md"), "# Index\n\n[home](../README.md) [page](page.md)\n");
    Files.writeString(root.resolve("docs/page.md"), "# Page\n\n## Here\n");
  }

  private Path site(String name) throws IOException {
    Path site = folder.resolve(name);
    SiteBuilder.build(ROOT, site);
    return site;
  }

  private static List<Path> pages(Path site) throws IOException {
    try (Stream<Path> files = Files.list(site)) {
      return files.filter(file -> file.toString().endsWith(".html")).sorted().toList();
    }
  }

  private static List<String> addresses(Path page) throws IOException {
    return ADDRESS
        .matcher(Files.readString(page))
        .results()
        .map((MatchResult found) -> found.group(1))
        .toList();
  }
}
