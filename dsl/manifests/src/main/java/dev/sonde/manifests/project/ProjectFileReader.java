package dev.sonde.manifests.project;

import dev.sonde.lint.LintSettings;
import dev.sonde.manifests.decode.JsonField;
import dev.sonde.manifests.decode.JsonObject;
import dev.sonde.manifests.document.SondeDocument;
import dev.sonde.manifests.document.UnreadableDocumentException;
import dev.sonde.manifests.files.FileNames;
import dev.sonde.manifests.files.PathPatterns;
import dev.sonde.manifests.framework.FrameworkChoice;
import dev.sonde.manifests.tree.MappingNode;
import dev.sonde.manifests.tree.ScalarNode;
import dev.sonde.manifests.tree.ScalarType;
import dev.sonde.manifests.tree.SequenceNode;
import dev.sonde.release.KubernetesVersion;
import dev.sonde.rules.FieldPath;
import dev.sonde.rules.FindingWords;
import dev.sonde.rules.InputRules;
import dev.sonde.rules.Severity;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;

/** Reads a project file strictly, each mistake with its place. Used once. */
final class ProjectFileReader {

  private final Path file;
  private final SondeDocument document;
  private final JsonObject fields;

  /**
   * Reads what is no mistake of form.
   *
   * @throws UnreadableDocumentException if the file is no project file, has unknown fields, or
   *     values of a wrong type
   */
  ProjectFileReader(Path file, byte[] bytes) {
    this.file = file;
    this.document = SondeDocument.of(FileNames.from(Path.of("")).of(file), bytes, ProjectFile.KIND);
    this.fields = JsonObject.of(document.root());
    document.mistakes().throwIfAny();
  }

  ProjectFile read() {
    Map<String, String> ignore = new TreeMap<>();
    for (JsonField rule : rules("ignore")) {
      value(rule, reason -> ignored(rule.name(), reason))
          .ifPresent(reason -> ignore.put(rule.name(), reason));
    }
    Map<String, Severity> severities = new TreeMap<>();
    for (JsonField rule : rules("severities")) {
      value(rule, word -> severity(rule.name(), word))
          .ifPresent(severity -> severities.put(rule.name(), severity));
    }
    ProjectFile read =
        new ProjectFile(
            Optional.of(file),
            ignore,
            severities,
            list("include", PathPatterns::requireSimple),
            list("exclude", PathPatterns::requireSimple),
            list("kubernetes", ProjectFileReader::release),
            fields.field("environment").flatMap(field -> value(field, Function.identity())),
            fields.field("overrides").flatMap(field -> value(field, this::beside)),
            new FrameworkChoice(
                text("framework", FrameworkChoice::requireFramework),
                text("workload", FrameworkChoice::requireWorkload),
                text("container", name -> {})));
    document.mistakes().throwIfAny();
    return read;
  }

  private Optional<String> text(String name, Consumer<String> check) {
    return fields
        .field(name)
        .flatMap(
            field ->
                value(
                    field,
                    text -> {
                      check.accept(text);
                      return text;
                    }));
  }

  private Path beside(String name) {
    return file.toAbsolutePath().resolveSibling(name).normalize();
  }

  private static String ignored(String rule, String reason) {
    LintSettings.DEFAULT.without(rule, reason);
    return reason;
  }

  private static Severity severity(String rule, String word) {
    Severity severity =
        Arrays.stream(Severity.values())
            .filter(level -> level.word().equals(word))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        FindingWords.quote(word) + " is none of error, warning and info."));
    LintSettings.DEFAULT.with(rule, severity);
    return severity;
  }

  private static String release(String text) {
    String release = KubernetesVersion.parseSupported(text).toString();
    if (!release.equals(text)) {
      throw new IllegalArgumentException(
          "%s is no release; write %s.".formatted(FindingWords.quote(text), release));
    }
    return release;
  }

  private List<JsonField> rules(String name) {
    Optional<JsonField> field = fields.field(name);
    if (field.isPresent() && field.get().value() instanceof MappingNode rules) {
      return JsonObject.of(rules).fields();
    }
    field.ifPresent(empty -> value(empty, Function.identity()));
    return List.of();
  }

  private List<String> list(String name, Function<String, String> maker) {
    Optional<JsonField> field = fields.field(name);
    if (field.isPresent() && field.get().value() instanceof SequenceNode list) {
      return list.items().stream()
          .map(item -> new JsonField(name, item, item.resolved()))
          .flatMap(item -> value(item, maker).stream())
          .toList();
    }
    field.ifPresent(empty -> value(empty, Function.identity()));
    return List.of();
  }

  /** What is made of a text; a mistake if there is none, or nothing can be made of it. */
  private <T> Optional<T> value(JsonField field, Function<String, T> maker) {
    String text =
        field.value() instanceof ScalarNode scalar && scalar.type() == ScalarType.STRING
            ? scalar.text()
            : "";
    try {
      if (text.isBlank()) {
        throw new IllegalArgumentException(field.name() + " says nothing.");
      }
      return Optional.of(maker.apply(text));
    } catch (IllegalArgumentException wrong) {
      document
          .mistakes()
          .add(
              field.value().start(),
              InputRules.PROJECT_VALUE.finding(
                  FieldPath.of(field.name()),
                  String.valueOf(wrong.getMessage()),
                  "Correct it or take it out."));
      return Optional.empty();
    }
  }
}
