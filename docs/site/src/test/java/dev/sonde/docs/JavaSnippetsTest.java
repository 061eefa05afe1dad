package dev.sonde.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compiles the Java of the pages with Sonde's processor. Types stand alone; members are put into a
 * class; statements are put into a method of a class that extends the page's Context, if it has
 * one, and see the types of the block before them.
 */
class JavaSnippetsTest {

  private static final Path CONTEXTS = Path.of("src/test/snippets");
  private static final Pattern TYPE =
      Pattern.compile("(?m)^(?:public |final |abstract )*(?:class|interface|record) (\\w+)");
  private static final Pattern PUBLIC_TYPE =
      Pattern.compile("(?m)^public (?:final |abstract )*(?:class|interface|record) (\\w+)");

  @TempDir private Path folder;

  /** A block with the types of its page that come before it. */
  record JavaBlock(PageSnippet snippet, List<PageSnippet> types) {
    @Override
    public String toString() {
      return snippet.place();
    }
  }

  static List<JavaBlock> blocks() throws IOException {
    List<JavaBlock> blocks = new ArrayList<>();
    for (DocsPage page : DocsPages.all()) {
      List<PageSnippet> types = List.of();
      for (PageSnippet snippet : PageSnippet.of(page)) {
        if (snippet.language().equals("java") && snippet.marks().isEmpty()) {
          blocks.add(new JavaBlock(snippet, types));
          types = isType(snippet.text()) ? List.of(snippet) : types;
        }
      }
    }
    return blocks;
  }

  @ParameterizedTest
  @MethodSource("blocks")
  void compiles(JavaBlock block) throws IOException {
    String text = JavaText.bodies(block.snippet().text());
    boolean members = text.startsWith("@");
    Path context = CONTEXTS.resolve(pageOf(block) + (members ? "-members.java" : ".java"));
    List<Path> sources = new ArrayList<>();
    if (isType(text)) {
      sources.add(source(text));
    } else if (members) {
      boolean onlyAnnotations = !text.contains("{ throw") && !text.strip().endsWith(";");
      String body = onlyAnnotations ? text + "class Snippet {}" : inClass(context, text);
      sources.add(source(body));
    } else {
      for (PageSnippet types : block.types()) {
        sources.add(source(JavaText.bodies(types.text())));
      }
      sources.add(source(inClass(context, "void run() throws Exception {\n" + text + "\n}")));
    }
    if (!isType(text) && Files.exists(context)) {
      sources.add(Files.copy(context, folder.resolve("Context.java")));
    }
    assertThat(errors(sources)).isEmpty();
  }

  @Test
  void wouldFindAMistake() throws IOException {
    assertThat(errors(List.of(source("class Wrong { @Readiness int check() { return 1; } }\n"))))
        .anySatisfy(error -> assertThat(error).contains("[check-signature]"));
  }

  private static String pageOf(JavaBlock block) {
    return block.snippet().place().replaceAll(".*/|\\.md,.*", "");
  }

  private static boolean isType(String text) {
    return TYPE.matcher(text).find();
  }

  private static String inClass(Path context, String members) {
    return "class Snippet "
        + (Files.exists(context) ? "extends Context " : "")
        + "{\n"
        + members
        + "\n}\n";
  }

  private Path source(String text) throws IOException {
    Matcher publicType = PUBLIC_TYPE.matcher(text);
    Matcher type = TYPE.matcher(text);
    String name = publicType.find() ? publicType.group(1) : type.find() ? type.group(1) : "Snippet";
    return Files.writeString(
        folder.resolve(name + ".java"),
        "package com.example.snippets;\n\n" + JavaText.IMPORTS + "\n" + text);
  }

  private List<String> errors(List<Path> sources) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    String classPath = System.getProperty("java.class.path");
    Path output = Files.createDirectories(folder.resolve("classes"));
    try (StandardJavaFileManager files = compiler.getStandardFileManager(found, null, null)) {
      compiler
          .getTask(
              null,
              files,
              found,
              List.of("-d", output.toString(), "-cp", classPath, "-processorpath", classPath),
              null,
              files.getJavaFileObjectsFromPaths(sources))
          .call();
    }
    // A copy: to put one into words may find more.
    return List.copyOf(found.getDiagnostics()).stream()
        .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
        .map(Object::toString)
        .toList();
  }
}
