package dev.sonde.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The site in a real browser, opened as files; skipped on a machine that has none. */
class SiteBrowserTest {

  private static final String DARK = "--blink-settings=preferredColorScheme=0";
  private static final String LIGHT = "--blink-settings=preferredColorScheme=1";
  private static final String PROHIBITION = "<meta http-equiv=\"Content-Security-Policy\"[^>]*>";

  @TempDir private Path folder;
  private Path program;
  private Path site;

  @BeforeEach
  void findBrowser() throws Exception {
    program = Programs.assumePresent("chromium", "chromium-browser", "google-chrome");
    site = folder.resolve("site");
    SiteBuilder.build(Path.of("../.."), site);
  }

  @ParameterizedTest
  @CsvSource({
    "index.html, light",
    "index.html, dark",
    "lint.html, light",
    "kubelet.html, dark",
  })
  void axeFindsNoViolation(String page, String scheme) throws Exception {
    assertThat(axe(page, "", scheme.equals("dark") ? DARK : LIGHT)).isEqualTo("violations: 0 []");
  }

  @Test
  void axeIsAtWork() throws Exception {
    assertThat(axe("index.html", "<p style=\"color:#999\">pale</p>", LIGHT))
        .contains("color-contrast");
  }

  /** The slash leads to the field, typing finds, Escape leads back; all from a file. */
  @Test
  void findsByKeyboardWithoutAServer() throws Exception {
    String script =
        """
        const press = key => document.dispatchEvent(new KeyboardEvent('keydown', {key, bubbles: true}));
        addEventListener('load', () => {
          press('/');
          const focused = document.activeElement.id;
          field.value = 'grace period';
          field.dispatchEvent(new Event('input'));
          const first = list.querySelector('a');
          const all = list.children.length + ' ' + !found.hidden + ' ' + status.textContent;
          field.value = 'nosuchwordanywhere';
          field.dispatchEvent(new Event('input'));
          const none = list.children.length + ' ' + status.textContent;
          press('Escape');
          show(focused + '; ' + all + '; ' + first.getAttribute('href') + '; ' + none + '; ' + found.hidden);
        });
        """;
    String result = run("index.html", "", script, LIGHT);
    assertThat(result)
        .startsWith("search; 12 true The best 12 of ")
        .contains(".html#")
        .endsWith("; 0 No section has all these words.; true");
  }

  @Test
  void logsNothing() throws Exception {
    visit(site.resolve("index.html"), LIGHT);
    assertThat(Files.readString(folder.resolve("browser.log"))).doesNotContain("CONSOLE");
  }

  @ParameterizedTest
  @CsvSource({"index.html", "kubelet.html"})
  void fitsOnAPhone(String page) throws Exception {
    String inner =
        "addEventListener('load', () => parent.postMessage(document.documentElement.scrollWidth, '*'));";
    scripted(page, "inner.html", "", inner);
    Files.writeString(
        site.resolve("outer.html"),
        """
        <!DOCTYPE html><p id="result"></p>
        <script>onmessage = e => document.getElementById('result').textContent = e.data</script>
        <iframe width="360" height="700" src="inner.html"></iframe>
        """);
    String width = result(visit(site.resolve("outer.html"), LIGHT));
    assertThat(Integer.parseInt(width)).isLessThanOrEqualTo(360);
  }

  private String axe(String page, String more, String scheme) throws Exception {
    try (InputStream axe = SiteBrowserTest.class.getResourceAsStream("/axe.min.js")) {
      Files.write(site.resolve("axe.js"), Objects.requireNonNull(axe, "axe.min.js").readAllBytes());
    }
    String script =
        """
        addEventListener('load', () => axe.run().then(found => show(
          'violations: ' + found.violations.length + ' ' + JSON.stringify(found.violations.map(
            v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.html).join(' | '))))));
        """;
    return run(page, more + "<script src=\"axe.js\"></script>", script, scheme);
  }

  private String run(String page, String more, String script, String scheme) throws Exception {
    String show =
        """
        function show(text) {
          const result = document.createElement('p');
          result.id = 'result';
          result.textContent = text;
          document.body.append(result);
        }
        """;
    return result(visit(scripted(page, "scripted.html", more, show + script), scheme));
  }

  /** Only a page without its own prohibition runs a script. */
  private Path scripted(String page, String name, String more, String script) throws Exception {
    String text = Files.readString(site.resolve(page));
    String allowed = text.replaceFirst(PROHIBITION, "");
    assertThat(allowed).isNotEqualTo(text);
    return Files.writeString(
        site.resolve(name),
        allowed
            .replace("</main>", more + "</main>")
            .replace("</body>", "<script>" + script + "</script></body>"));
  }

  private static String result(String dom) {
    Matcher result = Pattern.compile("(?s)<p id=\"result\">(.*?)</p>").matcher(dom);
    assertThat(result.find()).as("the script ran").isTrue();
    return result.group(1);
  }

  private String visit(Path page, String scheme) throws Exception {
    Path dom = folder.resolve("dom.html");
    List<String> command =
        new ArrayList<>(List.of(program.toString(), "--headless", "--no-sandbox", "--disable-gpu"));
    command.addAll(
        List.of(
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-dev-shm-usage",
            "--user-data-dir=" + folder.resolve("profile"),
            "--enable-logging=stderr",
            "--virtual-time-budget=30000",
            scheme,
            "--dump-dom",
            page.toUri().toString()));
    Process browser =
        new ProcessBuilder(command)
            .redirectOutput(dom.toFile())
            .redirectError(folder.resolve("browser.log").toFile())
            .start();
    if (!browser.waitFor(2, TimeUnit.MINUTES)) {
      browser.destroyForcibly();
      throw new IllegalStateException("the browser hangs");
    }
    return Files.readString(dom, UTF_8);
  }
}
