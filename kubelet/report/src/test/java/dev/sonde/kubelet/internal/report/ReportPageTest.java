package dev.sonde.kubelet.internal.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.kubelet.internal.report.model.ProbesReport;
import dev.sonde.kubelet.internal.report.page.ReportPage;
import dev.sonde.kubelet.internal.report.previous.ReportDifference;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class ReportPageTest {

  @TempDir private Path folder;

  static List<ReportInputs> inputs() {
    return List.of(
        ReportInputs.NONE, Sources.ORDERS, Sources.SHOP, Sources.HOSTILE, Sources.IMPOSSIBLE);
  }

  @Test
  void looksAsExpected() throws Exception {
    Golden.check("orders.html", page(Sources.ORDERS));
  }

  @Test
  void showsWhatWasMeasuredBesideTheBudgets() throws Exception {
    String page = page(MeasuredOrders.in(folder));
    Golden.check(
        "measured.html",
        page.replaceAll("(?s).*(<figure class=\"measured\".*?</figure>\n).*", "$1"));
    assertThat(page).contains("Measured times: each line has its own scale from 0.");
    assertThat(elements(page)).isNotEmpty();
  }

  @Test
  void tellsWhatWasMeasuredOtherwiseThanInThePreviousReport() throws Exception {
    ReportInputs inputs = MeasuredOrders.in(folder);
    Path before = folder.resolve("out/before.json");
    new ReportFiles(Optional.empty(), Optional.empty(), Optional.of(before))
        .write(ReportBuilder.report(inputs), Optional.empty());
    Path manifest = folder.resolve("measured.yaml");
    Files.writeString(
        manifest, Files.readString(manifest).replace("failureThreshold: 4", "failureThreshold: 9"));
    ProbesReport after = ReportBuilder.report(inputs);
    assertThat(ReportPage.of(after, ReportFiles.difference(after, Optional.of(before))))
        .contains("<del>longest 4.1 s of 30, 1 failed, budget 6 s, warning</del>");
  }

  @ParameterizedTest
  @MethodSource("inputs")
  void isWellFormedAndNothingInItPointsOutside(ReportInputs inputs) throws Exception {
    Set<String> ids = new TreeSet<>();
    for (Element element : elements(page(inputs))) {
      assertThat(element.getTagName()).isNotIn("script", "img", "iframe", "object", "base", "form");
      for (int i = 0; i < element.getAttributes().getLength(); i++) {
        String name = element.getAttributes().item(i).getNodeName();
        String value = element.getAttributes().item(i).getNodeValue();
        assertThat(name).doesNotStartWith("on").isNotIn("src", "srcset", "style", "xlink:href");
        if (name.equals("href")) {
          assertThat(value).startsWith("#");
        }
        if (name.equals("id")) {
          assertThat(ids.add(value)).as("id " + value + " is the only one").isTrue();
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("inputs")
  void whatIsReferredToIsThere(ReportInputs inputs) throws Exception {
    List<Element> elements = elements(page(inputs));
    List<String> ids = elements.stream().map(e -> e.getAttribute("id")).toList();
    for (Element element : elements) {
      if (element.hasAttribute("aria-labelledby")) {
        assertThat(ids).contains(element.getAttribute("aria-labelledby").split(" "));
      }
      if (element.getTagName().equals("a")) {
        assertThat(ids).contains(element.getAttribute("href").substring(1));
      }
    }
  }

  @Test
  void theStyleAsksForNothing() throws Exception {
    String css = page(ReportInputs.NONE).replaceAll("(?s).*<style>(.*)</style>.*", "$1");
    assertThat(css).doesNotContain("@import", "http:", "https:", "//", "url(\"", "url('");
    assertThat(css.replace("url(#", "")).doesNotContain("url(");
  }

  @Test
  void namesOfManifestsAreTextToTheLastCharacter() throws Exception {
    String text = document(page(Sources.HOSTILE)).getDocumentElement().getTextContent();
    assertThat(text)
        .contains(
            "<script>alert(1)</script>",
            "a\" onmouseover=\"alert(1)",
            "/\"><img src=x onerror=alert(2)>",
            "</script></style><!-- ]]> --> @octocat",
            "\\u202e",
            "</title></svg><svg onload=alert(5)>");
    assertThat(text).doesNotContain("\u202e", "\u2028");
  }

  @Test
  void theSameFilesGiveTheSameBytes() throws Exception {
    assertThat(page(Sources.SHOP)).isEqualTo(page(Sources.SHOP));
  }

  @Test
  void saysWhatChanged() throws Exception {
    Path code = Files.copy(Sources.file("orders.yaml"), folder.resolve("orders.yaml"));
    ReportInputs inputs = ReportInputs.NONE.withProbes(List.of(code)).namedFrom(folder);
    Path before = folder.resolve("out/before.json");
    new ReportFiles(Optional.empty(), Optional.empty(), Optional.of(before))
        .write(ReportBuilder.report(inputs), Optional.empty());
    Files.writeString(
        code, Files.readString(code).replace("failureThreshold: 60", "failureThreshold: 30"));
    ProbesReport after = ReportBuilder.report(inputs);
    Optional<ReportDifference> difference = ReportFiles.difference(after, Optional.of(before));
    assertThat(ReportPage.of(after, difference))
        .contains(
            "<th scope=\"row\"><code>code/orders</code></th><td>startupProbe.failureThreshold</td>"
                + "<td><del>60 (document)</del></td><td><ins>30 (document)</ins></td>");
  }

  @Test
  void hundredsOfWorkloadsAreFoldedAndFitIntoAFile() throws Exception {
    String pod = Files.readString(Sources.file("shop.yaml"));
    List<Path> files = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      files.add(
          Files.writeString(
              folder.resolve("shop-%03d.yaml".formatted(i)),
              pod.replace("name: shop", "name: shop-" + i)));
    }
    String page = page(ReportInputs.NONE.withManifests(files).namedFrom(folder));
    assertThat(page.split("<details><summary>2 containers", -1)).hasSize(401);
    assertThat(page.getBytes(UTF_8).length).isLessThan(24 * 1024 * 1024);
  }

  private static String page(ReportInputs inputs) throws IOException {
    return ReportPage.of(ReportBuilder.report(inputs), Optional.empty());
  }

  private static Document document(String page) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(page.getBytes(UTF_8)));
  }

  private static List<Element> elements(String page) throws Exception {
    NodeList all = document(page).getElementsByTagName("*");
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < all.getLength(); i++) {
      elements.add((Element) all.item(i));
    }
    return elements;
  }
}
