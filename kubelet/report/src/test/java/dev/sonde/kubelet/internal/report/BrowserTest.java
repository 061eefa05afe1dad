package dev.sonde.kubelet.internal.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sonde.kubelet.internal.report.page.ReportPage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page in a real browser; skipped on a machine that has none. */
class BrowserTest {

  private static final String DARK = "--blink-settings=preferredColorScheme=0";
  private static final String LIGHT = "--blink-settings=preferredColorScheme=1";

  @TempDir private Path folder;
  private Chromium browser;

  @BeforeEach
  void findBrowser() {
    Optional<Path> program = Chromium.find();
    assumeTrue(program.isPresent(), "There is no Chromium on the PATH: install it to run this.");
    browser = new Chromium(program.get(), folder);
  }

  /** The page forbids itself every request, and a forbidden one would be logged. */
  @Test
  void logsNothingAndRunsNothingThatAManifestHolds() throws Exception {
    Chromium.Visit visit = browser.visit(write("page.html", page()));
    assertThat(visit.log()).doesNotContain("CONSOLE");
    assertThat(visit.dom()).contains("&lt;script&gt;alert(1)").doesNotContain("<script");
  }

  @Test
  void wouldLogAForbiddenRequest() throws Exception {
    String page = page().replace("</main>", "<img alt=\"\" src=\"page.html\"/></main>");
    assertThat(browser.visit(write("page.html", page)).log()).contains("CONSOLE");
  }

  @ParameterizedTest
  @ValueSource(strings = {LIGHT, DARK})
  void axeFindsNoViolation(String scheme) throws Exception {
    assertThat(axe(page(), scheme)).isEqualTo("violations: 0 []");
  }

  @Test
  void axeIsAtWork() throws Exception {
    String page = page().replace("</main>", "<p style=\"color:#999\">pale</p></main>");
    assertThat(axe(page, LIGHT)).contains("color-contrast");
  }

  /** No window is as narrow as a phone, so the page is in a frame of a phone's width. */
  @Test
  void fitsOnAPhone() throws Exception {
    write(
        "inner.html",
        scripted(page(), "parent.postMessage(document.documentElement.scrollWidth,'*')"));
    Path outer =
        write(
            "outer.html",
            """
            <!DOCTYPE html><p id="result"></p>
            <script>onmessage = e => document.getElementById('result').textContent = 'width ' + e.data</script>
            <iframe width="360" height="700" src="inner.html"></iframe>
            """);
    String width = result(browser.visit(outer).dom());
    assertThat(Integer.parseInt(width.replace("width ", ""))).isLessThanOrEqualTo(360);
  }

  private String axe(String page, String scheme) throws Exception {
    String run =
        """
        axe.run().then(found => {
          const result = document.createElement('p');
          result.id = 'result';
          result.textContent = 'violations: ' + found.violations.length + ' ' + JSON.stringify(
            found.violations.map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.html).join(' | ')));
          document.body.append(result);
        });
        """;
    return result(browser.visit(write("axe.html", scripted(page, axe() + run)), scheme).dom());
  }

  private static String result(String dom) {
    Matcher result = Pattern.compile("(?s)<p id=\"result\">(.*?)</p>").matcher(dom);
    assertThat(result.find()).as("the script ran").isTrue();
    return result.group(1);
  }

  /** Only a page without its own prohibition runs a script. */
  private static String scripted(String page, String script) {
    String allowed = page.replaceFirst("<meta http-equiv=\"Content-Security-Policy\"[^>]*>", "");
    assertThat(allowed).isNotEqualTo(page);
    int end = allowed.lastIndexOf("</body>");
    return allowed.substring(0, end) + "<script>" + script + "</script>" + allowed.substring(end);
  }

  private static String axe() throws IOException {
    try (InputStream script = BrowserTest.class.getResourceAsStream("/axe.min.js")) {
      return new String(Objects.requireNonNull(script, "axe.min.js").readAllBytes(), UTF_8);
    }
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private String page() throws IOException {
    List<Path> manifests =
        new ArrayList<>(Sources.manifests("shop.yaml", "hostile.yaml").manifests());
    manifests.addAll(MeasuredOrders.in(Files.createTempDirectory(folder, "measured")).manifests());
    ReportInputs inputs =
        ReportInputs.NONE
            .withManifests(manifests)
            .withProbes(List.of(Sources.file("orders.yaml")))
            .withScenarios(
                List.of(Path.of("../documents/src/test/resources/scenarios/worker-hangs.yaml")));
    return ReportPage.of(
        ReportBuilder.report(inputs),
        ReportFiles.difference(
            ReportBuilder.report(inputs), Optional.of(Sources.file("previous.json"))));
  }
}
