package dev.sonde.docs;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Builds the site from the Markdown of a repository. The same pages give the same bytes. */
public final class SiteBuilder {

  private static final List<String> TOP =
      List.of("README.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md", "VERSIONING.md");

  private final Path root;
  private final List<DocsPage> pages;
  private final SiteMenu menu;

  private SiteBuilder(Path root, List<DocsPage> pages) {
    this.root = root;
    this.pages = pages;
    DocsPage index = page("docs/README.md");
    this.menu = new SiteMenu(index, pages);
  }

  /**
   * Builds the site.
   *
   * @param arguments the repository's folder, and the folder to write
   * @throws IOException if a page cannot be read or written
   * @throws IllegalArgumentException if a link leads nowhere
   */
  public static void main(String[] arguments) throws IOException {
    build(Path.of(arguments[0]), Path.of(arguments[1]));
  }

  /** Builds the site of the repository in {@code root} into the folder {@code output}. */
  static void build(Path root, Path output) throws IOException {
    Path folder = root.toAbsolutePath().normalize();
    new SiteBuilder(folder, read(folder)).write(output);
  }

  private static List<DocsPage> read(Path root) throws IOException {
    try (Stream<Path> docs = Files.list(root.resolve("docs"))) {
      Stream<Path> files =
          Stream.concat(
              TOP.stream().map(root::resolve),
              docs.filter(file -> file.toString().endsWith(".md")).sorted());
      List<DocsPage> pages = new ArrayList<>();
      for (Path file : files.toList()) {
        pages.add(DocsPage.read(root, file));
      }
      return List.copyOf(pages);
    }
  }

  private void write(Path output) throws IOException {
    PageLinks links = new PageLinks(root, pages);
    refuse(pages.stream().flatMap(page -> links.dead(page).stream()).toList());
    Files.createDirectories(output.resolve("images"));
    PageFrame frame = new PageFrame(menu, pages);
    PageRenderer renderer = new PageRenderer(links);
    for (DocsPage page : pages) {
      Files.writeString(output.resolve(page.target()), frame.around(page, renderer.html(page)));
      Files.writeString(output.resolve(page.markdownTarget()), page.markdown());
    }
    Files.writeString(output.resolve("search-index.js"), SearchIndex.of(pages));
    Files.writeString(output.resolve("llms.txt"), llms());
    for (String file : List.of("site.css", "search.js")) {
      Files.copy(resource(file), output.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }
    copyImages(output.resolve("images"));
  }

  private void copyImages(Path target) throws IOException {
    try (Stream<Path> images = Files.list(root.resolve("docs/images"))) {
      for (Path image : images.toList()) {
        Path copy = target.resolve(image.getFileName().toString());
        Files.copy(image, copy, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  /** What a language model reads first: each page in Markdown, with its first sentence. */
  private String llms() {
    StringBuilder text = new StringBuilder("# Sonde\n\n> " + page("README.md").summary() + "\n");
    menu.sections()
        .forEach(
            (name, files) -> {
              text.append("\n## ").append(name).append('\n').append('\n');
              files.stream().map(this::page).map(SiteBuilder::llmsLine).forEach(text::append);
            });
    return text.toString();
  }

  private static String llmsLine(DocsPage page) {
    return "- [%s](%s): %s\n".formatted(page.title(), page.markdownTarget(), page.summary());
  }

  private DocsPage page(String source) {
    return pages.stream()
        .filter(page -> page.source().equals(source))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("There is no page " + source + "."));
  }

  private static void refuse(List<String> problems) {
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", problems));
    }
  }

  private static InputStream resource(String name) {
    return Objects.requireNonNull(SiteBuilder.class.getResourceAsStream(name), name);
  }
}
