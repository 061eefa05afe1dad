package dev.sonde.manifests.shapes;

import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.abort;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import com.marcnuri.helm.TemplateCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A chart in a folder, and Helm itself, where it runs on this machine. */
record HelmProgram(Path folder) {

  /** A chart with the generated parts, whose deployment takes in the probes of some containers. */
  static HelmProgram chart(Path folder, List<ShapeFile> parts, String deployment)
      throws IOException {
    needHelm();
    write(folder, "Chart.yaml", "apiVersion: v2\nname: orders\nversion: 1.0.0\n");
    write(folder, "templates/deployment.yaml", deployment);
    for (ShapeFile part : parts) {
      write(folder, part.path().replaceFirst("^[^/]*/", ""), part.text());
    }
    return new HelmProgram(folder);
  }

  private static void needHelm() {
    try {
      Helm.version().call();
    } catch (RuntimeException | LinkageError absent) {
      abort("Helm does not run on this machine, so the chart is not rendered: " + absent);
    }
  }

  private static void write(Path folder, String name, String text) throws IOException {
    Path path = folder.resolve(name);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  /** What {@code helm template} prints with some {@code --set}, null for "null". */
  String template(Map<String, String> values) {
    TemplateCommand command = new Helm(folder).template().withName("release");
    values.forEach(command::set);
    return command.call();
  }

  /** What {@code helm template} prints with one more file of values. */
  String templateWith(String values) throws IOException {
    Path file = Files.writeString(folder.resolve("more.yaml"), values);
    return new Helm(folder).template().withName("release").withValuesFile(file).call();
  }

  /** What Helm says where it refuses some values. */
  String refusal(Map<String, String> values) {
    return catchThrowableOfType(RuntimeException.class, () -> template(values)).getMessage();
  }

  LintResult lint() {
    return new Helm(folder).lint().strict().call();
  }
}
