package dev.sonde.processor;

import com.squareup.javapoet.JavaFile;
import dev.sonde.annotation.Readiness;
import dev.sonde.model.Probe;
import dev.sonde.runtime.HealthEndpoints;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** The real javac, in a process of its own, with jars as users have them. */
final class JavacCommand {

  private final Path folder;
  final Path runtime;
  final Path api;

  /** What a build tool puts on the processor path. */
  final List<Path> sonde;

  JavacCommand(Path folder) throws IOException {
    this.folder = folder;
    this.runtime = jar("dev.sonde.runtime", locationOf(HealthEndpoints.class));
    this.api = jar("dev.sonde.annotations", locationOf(Readiness.class));
    this.sonde =
        List.of(
            jar("processor", locationOf(ProbeProcessor.class)),
            api,
            jar("dsl", locationOf(Probe.class)),
            locationOf(JavaFile.class));
  }

  /** Compiles. */
  void run(List<Path> sources, String... options) throws IOException, InterruptedException {
    Path output = Files.createTempDirectory(folder, "classes");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "javac").toString());
    command.addAll(List.of("-d", output.toString(), "-classpath", path(List.of(api, runtime))));
    command.addAll(Arrays.asList(options));
    command.add("@" + argumentFile(sources));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("javac.log").toFile())
            .start();
    if (!process.waitFor(5, TimeUnit.MINUTES) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new IOException("javac failed: " + Files.readString(folder.resolve("javac.log")));
    }
  }

  static String path(List<Path> entries) {
    return String.join(File.pathSeparator, entries.stream().map(Path::toString).toList());
  }

  private Path argumentFile(List<Path> sources) throws IOException {
    return Files.write(folder.resolve("sources"), sources.stream().map(Path::toString).toList());
  }

  private static Path locationOf(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** A jar of that name, whether the build has made one already or not. */
  private Path jar(String name, Path classes) throws IOException {
    Path jar = folder.resolve(name + ".jar");
    if (!Files.isDirectory(classes)) {
      return Files.copy(classes, jar);
    }
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (Path file : Sources.files(classes)) {
        out.putNextEntry(new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, out);
        out.closeEntry();
      }
    }
    return jar;
  }
}
