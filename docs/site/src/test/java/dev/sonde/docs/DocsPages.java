package dev.sonde.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The pages whose snippets are held by tests: README.md and all of docs, but rules.md, which other
 * tests run.
 */
final class DocsPages {

  private DocsPages() {}

  static List<DocsPage> all() throws IOException {
    Path root = Path.of("../..").toAbsolutePath().normalize();
    List<DocsPage> pages = new ArrayList<>();
    pages.add(DocsPage.read(root, root.resolve("README.md")));
    try (Stream<Path> files = Files.list(root.resolve("docs"))) {
      for (Path file :
          files
              .filter(path -> path.toString().endsWith(".md"))
              .filter(path -> !path.endsWith("rules.md"))
              .sorted()
              .toList()) {
        pages.add(DocsPage.read(root, file));
      }
    }
    return List.copyOf(pages);
  }
}
