package dev.sonde.docs;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What all pages of the site have around their own text. */
final class PageFrame {

  private static final String FRAME =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self' file:; style-src 'self' file:; script-src 'self' file:">
      <title>%s</title>
      <meta name="description" content="%s">
      <link rel="stylesheet" href="site.css">
      <script src="search-index.js" defer></script>
      <script src="search.js" defer></script>
      </head>
      <body>
      <a class="skip" href="#content">Skip to the text</a>
      <header>
      <a class="home" href="index.html">Sonde</a>
      <form role="search"><label for="search">Search</label> <input id="search" type="search" autocomplete="off"></form>
      <a href="#menu">All pages</a>
      </header>
      <section id="found" aria-label="Search results" hidden><p role="status"></p><ul></ul></section>
      <div class="columns">
      <main id="content" tabindex="-1">
      %s</main>
      <nav id="menu" aria-label="Pages">
      %s</nav>
      </div>
      </body>
      </html>
      """;

  private final SiteMenu menu;
  private final Map<String, DocsPage> pages;

  PageFrame(SiteMenu menu, List<DocsPage> pages) {
    this.menu = menu;
    this.pages = pages.stream().collect(toUnmodifiableMap(DocsPage::source, Function.identity()));
  }

  String around(DocsPage page, String html) {
    String title = page.target().equals("index.html") ? "Sonde" : page.title() + " - Sonde";
    return FRAME.formatted(escaped(title), escaped(page.summary()), html, menuFor(page));
  }

  private String menuFor(DocsPage current) {
    return menu.sections().entrySet().stream()
        .map(
            section ->
                "<h2>%s</h2>\n<ul>\n%s</ul>\n"
                    .formatted(
                        escaped(section.getKey()),
                        section.getValue().stream()
                            .map(pages::get)
                            .map(page -> item(page, page.equals(current)))
                            .collect(joining())))
        .collect(joining());
  }

  private static String item(DocsPage page, boolean current) {
    return "<li><a href=\"%s\"%s>%s</a></li>\n"
        .formatted(page.target(), current ? " aria-current=\"page\"" : "", escaped(page.title()));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
