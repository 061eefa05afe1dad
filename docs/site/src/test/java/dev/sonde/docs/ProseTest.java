package dev.sonde.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The pages read plainly, says write-good, a linter of prose; skipped on a machine without node,
 * npm or npm's registry.
 *
 * <p>The passive voice is right where nobody asks who acts, so a page may have some; all other
 * rules of the linter hold for each sentence. {@code complaints.js} lists the words that it may not
 * complain about, with the reasons.
 */
class ProseTest {

  private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
  private static final Path SOURCES = Path.of("src/test/prose");
  private static final Path FOLDER = Path.of("target/prose");
  private static final Pattern UNREACHABLE =
      Pattern.compile("ENOTFOUND|EAI_AGAIN|ECONN\\w+|ENETUNREACH|ETIMEDOUT|ENOTCACHED");
  private static final int SENTENCES_PER_PASSIVE = 10;

  private static List<ProsePiece> pieces = List.of();
  private static List<String> complaints = List.of();

  @BeforeAll
  static void read() throws Exception {
    install();
    List<ProsePiece> all = new ArrayList<>();
    for (Path folder : List.of(ROOT, ROOT.resolve("docs"))) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.filter(path -> path.toString().endsWith(".md")).sorted().toList()) {
          all.addAll(ProsePiece.of(DocsPage.read(ROOT, file)));
        }
      }
    }
    pieces = List.copyOf(all);
    complaints = lint(pieces);
  }

  @Test
  void everySentenceReadsPlainly() {
    assertThat(pieces).hasSizeGreaterThan(1000);
    assertThat(complaints).filteredOn(complaint -> !isPassive(complaint)).isEmpty();
  }

  @Test
  void mostSentencesSayWhoActs() {
    pieces.stream()
        .collect(
            Collectors.groupingBy(ProsePiece::source, Collectors.summingInt(ProsePiece::sentences)))
        .forEach(
            (source, sentences) ->
                assertThat(complaints)
                    .filteredOn(complaint -> complaint.startsWith(source + ":"))
                    .filteredOn(ProseTest::isPassive)
                    .as(
                        "%s has %s sentences, of which one in ten may be passive",
                        source, sentences)
                    .hasSizeLessThanOrEqualTo(1 + sentences / SENTENCES_PER_PASSIVE));
  }

  @Test
  void complainsAtTheLineOfTheWords() throws Exception {
    DocsPage page =
        DocsPage.of(
            "docs/a.md",
            "# A\n\nFirst. Then one\nwill utilize it.\n\n| it | the the |\n|---|---|\n"
                + "| `a a` | `b` |\n\nThere is `it`. The file was written.\n\n```\nthe the\n```\n");
    assertThat(lint(ProsePiece.of(page)))
        .containsExactly(
            "docs/a.md:4: [tooWordy] \"utilize\" is wordy or unneeded: Then one will utilize it.",
            "docs/a.md:6: [illusion] \"the\" is repeated: the the",
            "docs/a.md:10: [thereIs] \"There is\" is unnecessary verbiage: There is ….",
            "docs/a.md:10: [passive] \"was written\" may be passive voice: The file was written.");
  }

  private static boolean isPassive(String complaint) {
    return complaint.contains(": [passive] ");
  }

  private static List<String> lint(List<ProsePiece> pieces) throws Exception {
    Path input = FOLDER.resolve("pieces.txt");
    Files.writeString(
        input,
        pieces.stream()
            .map(piece -> piece.source() + "\t" + piece.line() + "\n" + piece.text() + "\n\n")
            .collect(Collectors.joining()));
    return run(input, "node", "complaints.js").lines().toList();
  }

  /** Once for each version of the lock file, which names the linter and all that it brings. */
  private static void install() throws Exception {
    Programs.assumePresent("node");
    Programs.assumePresent("npm");
    Path installed = FOLDER.resolve("node_modules/.package-lock.json");
    boolean isCurrent = Files.exists(installed) && Files.mismatch(lock(SOURCES), lock(FOLDER)) < 0;
    Files.createDirectories(FOLDER);
    for (String name : List.of("package.json", "package-lock.json", "complaints.js")) {
      Files.write(FOLDER.resolve(name), Files.readAllBytes(SOURCES.resolve(name)));
    }
    if (!isCurrent) {
      Path nothing = Files.write(FOLDER.resolve("nothing.txt"), new byte[0]);
      run(nothing, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries=1");
    }
  }

  private static Path lock(Path folder) {
    return folder.resolve("package-lock.json");
  }

  private static String run(Path input, String... command) throws Exception {
    Path output = FOLDER.resolve("output.txt");
    Path errors = FOLDER.resolve("errors.txt");
    Process process =
        new ProcessBuilder(command)
            .directory(FOLDER.toFile())
            .redirectInput(input.toFile())
            .redirectOutput(output.toFile())
            .redirectError(errors.toFile())
            .start();
    if (!process.waitFor(2, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      fail("does not end: " + String.join(" ", command));
    }
    if (process.exitValue() != 0) {
      refuse(String.join(" ", command), Files.readString(errors, UTF_8));
    }
    return Files.readString(output, UTF_8);
  }

  private static void refuse(String command, String errors) throws IOException {
    if (UNREACHABLE.matcher(errors).find()) {
      abort("npm cannot reach its registry: " + errors);
    }
    fail(command + ": " + errors);
  }
}
