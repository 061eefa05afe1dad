package dev.sonde.manifests.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sonde.lint.LintSettings;
import dev.sonde.manifests.document.UnreadableDocumentException;
import dev.sonde.manifests.files.UnreadableFileException;
import dev.sonde.rules.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProjectFileTest {

  private static final String HEAD = "apiVersion: sonde.dev/v1\nkind: Project\n";

  @TempDir private Path root;

  private Path write(String folder, String fields) throws IOException {
    Path place = Files.createDirectories(root.resolve(folder)).resolve(ProjectFile.FILE_NAME);
    return Files.writeString(place, HEAD + fields);
  }

  private Path folder(String name) throws IOException {
    return Files.createDirectories(root.resolve(name));
  }

  @Test
  void saysWhatItIsWritten() throws IOException {
    Path file =
        write(
            "a",
            """
            ignore: {liveness-tcp: It ends itself.}
            severities: {startup-missing: error, liveness-missing: info}
            include: ["k8s/**"]
            exclude: [k8s/charts, "**/*-values.yaml"]
            kubernetes: ["1.36", "1.35"]
            environment: prod
            overrides: ../deploy/env.yaml
            """);
    ProjectFile project = ProjectFile.read(file);
    assertThat(project.file()).contains(file);
    assertThat(project.ignore()).isEqualTo(Map.of("liveness-tcp", "It ends itself."));
    assertThat(project.severities())
        .isEqualTo(Map.of("startup-missing", Severity.ERROR, "liveness-missing", Severity.INFO));
    assertThat(project.include()).containsExactly("k8s/**");
    assertThat(project.exclude()).containsExactly("k8s/charts", "**/*-values.yaml");
    assertThat(project.releases(List.of())).asString().isEqualTo("[1.35, 1.36]");
    assertThat(project.releases(List.of("1.31"))).asString().isEqualTo("[1.31]");
    assertThat(project.environment()).contains("prod");
    assertThat(project.overrides()).contains(root.resolve("deploy/env.yaml"));
  }

  @Test
  void isTheNearestOneUpwards() throws IOException {
    Path outer = write("a", "");
    Path inner = write("a/b", "");
    Files.writeString(folder("a/b/c").resolve("x.yaml"), "");
    folder("a/d");
    assertThat(around("a/b/c").file()).contains(inner);
    assertThat(around("a/b/c/x.yaml").file()).contains(inner);
    assertThat(around("a/b").file()).contains(inner);
    assertThat(around("a/d").file()).contains(outer);
    assertThat(around("a").file()).contains(outer);
    assertThat(around("a/nothing.yaml").file()).contains(outer);
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void isNotLookedForBeyondTheRootOfAWorkingTree(boolean submodule) throws IOException {
    write("a", "");
    if (submodule) {
      Files.writeString(folder("a/b").resolve(".git"), "gitdir: elsewhere");
    } else {
      folder("a/b/.git");
    }
    assertThat(around("a/b")).isEqualTo(ProjectFile.NONE);
    Path own = write("a/b", "");
    assertThat(ProjectFile.around(List.of(folder("a/b/c"))).file()).contains(own);
  }

  private ProjectFile around(String... paths) throws IOException {
    return ProjectFile.around(List.of(paths).stream().map(root::resolve).toList());
  }

  @Test
  void countsForAllThatIsLookedAt() throws IOException {
    Path file = write("a", "");
    folder("b/.git");
    assertThat(around("b", "a").file()).contains(file);
  }

  @Test
  void isOne() throws IOException {
    Path one = write("a", "");
    Path other = write("b", "");
    assertThatExceptionOfType(UnreadableDocumentException.class)
        .isThrownBy(() -> around("a", "b"))
        .withMessageStartingWith(other + ":1:1: ")
        .withMessageContaining("[project-unclear] another project file, " + one);
  }

  @Test
  void isNotPassedOverWhereItCannotBeRead() throws IOException {
    folder("folder/.sonde.yaml");
    Files.createSymbolicLink(folder("link").resolve(".sonde.yaml"), Path.of("nowhere"));
    assertThatExceptionOfType(UnreadableFileException.class)
        .isThrownBy(() -> around("folder"))
        .withMessageContaining("it is no regular file");
    assertThatExceptionOfType(UnreadableFileException.class)
        .isThrownBy(() -> around("link"))
        .withMessageContaining("the symbolic link leads to no file");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "excludes: [a]       | 3:1: [unknown-field]     | exclude",
        "exclude: a          | 3:10: [wrong-type]       | list",
        "environment: 1.36   | 3:14: [wrong-type]       | quotes",
        "environment:        | 3:13: [project-value]    | environment says nothing.",
        "exclude:            | 3:9: [project-value]     | exclude says nothing.",
        "ignore: {x-y: z}    | 3:15: [project-value]    | there is no rule \"x-y\".",
        "ignore: {liveness-tpc: z} | 3:24: [project-value] | Did you mean \"liveness-tcp\"?",
        "ignore: {liveness-tcp: ' '} | 3:24: [project-value] | liveness-tcp says nothing.",
        "ignore: {port-range: z} | 3:22: [project-value] | the API server's own",
        "severities: {liveness-tcp: bad} | 3:28: [project-value] | \"bad\" is none of error,"
            + " warning",
        "kubernetes: ['1.20'] | 3:14: [project-value] | 1.20",
        "kubernetes: [v1.36] | 3:14: [project-value] | \"v1.36\" is no release; write 1.36.",
        "kubernetes: [1.36]  | 3:14: [wrong-type] | quotes",
        "exclude: ['a[b]']   | 3:11: [project-value]    | has other signs than",
      })
  void isRefusedWithThePlaceOfEachMistake(String field, String start, String part)
      throws IOException {
    Path file = write("a", field + "\n");
    assertThatExceptionOfType(UnreadableDocumentException.class)
        .isThrownBy(() -> ProjectFile.read(file))
        .withMessageContaining(file + ":" + start)
        .withMessageContaining(part);
  }

  @Test
  void tellsAllMistakesAtOnce() throws IOException {
    Path file = write("a", "exclude: ['']\nenvironment: ''\nseverities: {a: b}\n");
    assertThatExceptionOfType(UnreadableDocumentException.class)
        .isThrownBy(() -> ProjectFile.read(file))
        .satisfies(wrong -> assertThat(wrong.mistakes()).hasSize(3));
  }

  @Test
  void givesWayToOptions() throws IOException {
    ProjectFile project =
        ProjectFile.read(
            write(
                "a",
                """
                ignore: {liveness-tcp: It ends itself., liveness-missing: No.}
                severities: {startup-missing: error}
                include: [a]
                exclude: [b]
                environment: prod
                overrides: env.yaml
                """));
    LintSettings advice =
        project.advice(
            Map.of("startup-missing", "Yes."), Map.of("liveness-missing", Severity.INFO));
    assertThat(advice.switchedOff())
        .isEqualTo(Map.of("liveness-tcp", "It ends itself.", "startup-missing", "Yes."));
    assertThat(advice.severities()).containsEntry("liveness-missing", Severity.INFO);

    Path folder = root.resolve("a");
    assertThat(project.files(List.of(), List.of()).accepts(folder, folder.resolve("a/x.yaml")))
        .isTrue();
    assertThat(project.files(List.of(), List.of("a")).accepts(folder, folder.resolve("a/x.yaml")))
        .isFalse();
    assertThat(project.files(List.of("b"), List.of("c")).accepts(folder, folder.resolve("b/x")))
        .isTrue();

    assertThat(project.environment(Optional.empty(), Optional.empty(), root).environment())
        .contains("prod");
    assertThat(project.environment(Optional.of("dev"), Optional.empty(), root))
        .satisfies(
            choice -> {
              assertThat(choice.environment()).contains("dev");
              assertThat(choice.overrides()).isEqualTo(folder.resolve("env.yaml"));
            });
    Path other = root.resolve("other.yaml");
    assertThat(project.environment(Optional.empty(), Optional.of(other), root).overrides())
        .isEqualTo(other);
  }

  @Test
  void needsAnEnvironmentOnlyWhereAnOptionNamesOverrides() throws IOException {
    ProjectFile project = ProjectFile.read(write("a", "overrides: env.yaml\n"));
    assertThat(project.environment(Optional.empty(), Optional.empty(), root).environment())
        .isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> project.environment(Optional.empty(), Optional.of(Path.of("x.yaml")), root));
  }
}
