package dev.sonde.docs;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/**
 * What Maven does for a page, without its repository: compiles with javac and the real processor,
 * runs tests with JUnit, and looks up Sonde's goals and properties in the plugin's descriptor. The
 * plugin's own tests run them in a real Maven.
 */
public final class MavenStandIn {

  private static final String CLASS_PATH = System.getProperty("java.class.path");

  private MavenStandIn() {}

  /**
   * Does what the goals and phases say.
   *
   * @param arguments those of mvn
   */
  public static void main(String[] arguments) throws Exception {
    for (String argument : arguments) {
      if (argument.equals("clean")) {
        clean();
      }
      if (argument.equals("compile") || argument.equals("test")) {
        compile("src/main/java", "target/classes", CLASS_PATH);
      }
      if (argument.equals("test")) {
        test();
      }
      if (argument.startsWith("sonde:")) {
        demand("<goal>" + argument.substring(6) + "</goal>");
      }
      if (argument.startsWith("-Dsonde.")) {
        demand("${" + argument.substring(2).replaceAll("=.*", "") + "}");
      }
    }
  }

  private static void clean() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("target/classes"))) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static void demand(String text) throws IOException {
    try (var descriptor = MavenStandIn.class.getResourceAsStream("/META-INF/maven/plugin.xml")) {
      String plugin =
          new String(
              Objects.requireNonNull(descriptor, "plugin.xml").readAllBytes(),
              StandardCharsets.UTF_8);
      if (!plugin.contains(text)) {
        throw new IllegalArgumentException("sonde-maven-plugin has no " + text);
      }
    }
  }

  private static void compile(String sources, String output, String classPath) throws IOException {
    Files.createDirectories(Path.of(output));
    List<String> command =
        new ArrayList<>(
            List.of("-d", output, "-classpath", classPath, "-processorpath", CLASS_PATH));
    try (Stream<Path> files = Files.walk(Path.of(sources))) {
      files.map(Path::toString).filter(file -> file.endsWith(".java")).forEach(command::add);
    }
    int code =
        ToolProvider.getSystemJavaCompiler()
            .run(null, System.out, System.out, command.toArray(String[]::new));
    if (code != 0) {
      System.exit(code);
    }
  }

  private static void test() throws Exception {
    compile(
        "src/test/java",
        "target/test-classes",
        String.join(File.pathSeparator, "target/classes", CLASS_PATH));
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            String.join(File.pathSeparator, "target/test-classes", "target/classes", CLASS_PATH),
            TestRun.class.getName());
    int code = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (code != 0) {
      System.exit(code);
    }
  }

  /** Runs the tests in target/test-classes. */
  public static final class TestRun {

    private TestRun() {}

    /** Fails with 1 if a test fails, or if there is none. */
    public static void main(String[] none) {
      LauncherDiscoveryRequest request =
          LauncherDiscoveryRequestBuilder.request()
              .selectors(
                  DiscoverySelectors.selectClasspathRoots(Set.of(Path.of("target/test-classes"))))
              .build();
      SummaryGeneratingListener listener = new SummaryGeneratingListener();
      LauncherFactory.create().execute(request, listener);
      PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
      listener.getSummary().printFailuresTo(out, 40);
      long succeeded = listener.getSummary().getTestsSucceededCount();
      out.println("Tests passed: " + succeeded);
      boolean passed = succeeded > 0 && listener.getSummary().getTotalFailureCount() == 0;
      System.exit(passed ? 0 : 1);
    }
  }
}
