package dev.sonde.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs each page from the top, as a reader would: its files are written, its commands are run with
 * the real jar, and what the page shows must be what comes out.
 */
class PagesIT {

  private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
  private static final Path FIXTURES = Path.of("src/test/fixtures");

  @TempDir private Path folder;
  private String output = "";
  private String port = "";
  private String healthPort = "";

  static List<String> pages() throws IOException {
    return DocsPages.all().stream()
        .filter(page -> PageSnippet.fixture(page).isPresent())
        .map(DocsPage::source)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void doesWhatItSays(String source) throws Exception {
    DocsPage page = DocsPage.read(ROOT, ROOT.resolve(source));
    int free = freePort(6100);
    port = String.valueOf(free);
    healthPort = String.valueOf(freePort(free + 1));
    copy(FIXTURES.resolve(PageSnippet.fixture(page).orElseThrow()));
    for (PageSnippet snippet : PageSnippet.of(page)) {
      if (snippet.isRun()) {
        play(snippet, onFreePorts(snippet.text()));
      }
    }
  }

  private void play(PageSnippet snippet, String text) throws Exception {
    Map<String, String> marks = snippet.marks();
    if (marks.containsKey("file")) {
      boolean java = snippet.language().equals("java");
      write(folder.resolve(marks.get("file")), java ? JavaText.complete(text) : text);
    } else if (marks.containsKey("written")) {
      assertLines(snippet, Files.readString(folder.resolve(marks.get("written"))), text);
    } else if (marks.containsKey("generated")) {
      assertLines(snippet, generated(marks.get("generated")), text);
    } else if (snippet.language().equals("shell")) {
      run(snippet, text);
    } else if (snippet.language().equals("text")) {
      assertLines(snippet, output, text);
    }
  }

  /**
   * Lines may be left out between those that a page shows; each line may be shortened at its end.
   */
  private static void assertLines(PageSnippet snippet, String whole, String text) {
    List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
    int indent =
        lines.stream()
            .mapToInt(line -> line.length() - line.stripLeading().length())
            .min()
            .orElse(0);
    String[] expected = lines.stream().map(line -> line.substring(indent)).toArray(String[]::new);
    assertThat(whole).as(snippet.place()).containsSubsequence(expected);
  }

  private String generated(String name) throws Exception {
    run(null, "mvn compile");
    try (Stream<Path> files = Files.walk(folder)) {
      Path file =
          files
              .filter(path -> path.endsWith(name + ".java"))
              .findFirst()
              .orElseGet(() -> fail("The processor wrote no " + name + ".java."));
      return Files.readString(file);
    }
  }

  private void run(PageSnippet snippet, String commands) throws Exception {
    String script =
        """
        set -e
        sonde() { "$JAVA" $QUICK -jar "$SONDE" "$@"; }
        mvn() { "$JAVA" $QUICK -cp "$TEST_CLASS_PATH" dev.sonde.docs.MavenStandIn "$@"; }
        """
            + commands;
    Path log = folder.resolve("output.log");
    ProcessBuilder shell =
        new ProcessBuilder("bash", "-c", script)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    shell
        .environment()
        .put("JAVA", Path.of(System.getProperty("java.home"), "bin/java").toString());
    // each command runs for a second or two, most of it the JVM's own start
    shell.environment().put("QUICK", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
    shell.environment().put("SONDE", jar().toString());
    shell.environment().put("TEST_CLASS_PATH", System.getProperty("java.class.path"));
    Process process = shell.start();
    if (!process.waitFor(5, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      fail(snippet + " does not end: " + commands);
    }
    output = Files.readString(log);
    int expected =
        snippet == null ? 0 : Integer.parseInt(snippet.marks().getOrDefault("exit", "0"));
    assertThat(process.exitValue()).as("%s: %s%s", snippet, commands, output).isEqualTo(expected);
  }

  private static Path jar() {
    Path jar = ROOT.resolve("cli/target/sonde.jar");
    assertThat(jar).as("Build it first: mvn -pl cli -am package").exists();
    return jar;
  }

  private void copy(Path fixture) throws IOException {
    try (Stream<Path> files = Files.walk(fixture)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        write(
            folder.resolve(fixture.relativize(file).toString()),
            onFreePorts(Files.readString(file)));
      }
    }
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /** The pages' ports may be taken; the container that a test starts declares another one. */
  private String onFreePorts(String text) {
    return text.replace("8080", port)
        .replace("8274", healthPort)
        .replace(
            "portName = \"health\",\n    shutdown",
            "portName = \"health\", port = " + healthPort + ",\n    shutdown");
  }

  /** Of as many digits as those in the pages, so that columns stay. */
  private static int freePort(int least) throws IOException {
    for (int candidate = least; candidate < 9900; candidate++) {
      try (ServerSocket socket = new ServerSocket(candidate)) {
        return socket.getLocalPort();
      } catch (IOException taken) {
        continue;
      }
    }
    throw new IOException("no port from " + least + " to 9899 is free");
  }
}
