package dev.sonde.manifests.lint;

import dev.sonde.manifests.decode.JsonReader;
import dev.sonde.manifests.decode.ObjectKind;
import dev.sonde.manifests.decode.PodReader;
import dev.sonde.manifests.workload.WorkloadKind;
import dev.sonde.manifests.workload.WorkloadKinds;
import dev.sonde.model.PodSpec;
import dev.sonde.model.WorkloadRef;
import dev.sonde.rules.FieldPath;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An object that has a pod.
 *
 * @param object its fields
 * @param objectKind what it claims to be
 * @param shape where it keeps the pod
 */
record LintedWorkload(JsonReader object, ObjectKind objectKind, WorkloadKind shape) {

  LintedWorkload(JsonReader object, ObjectKinds.HasPod kind) {
    this(object, kind.objectKind(), kind.shape());
  }

  /** Whether the API server itself knows such objects, and judges their pods. */
  boolean isBuiltIn() {
    return shape.builtIn();
  }

  /** The way to what holds the pod's metadata and spec. */
  FieldPath templatePath() {
    return FieldPath.of(templateFields().toArray(String[]::new));
  }

  private List<String> templateFields() {
    return shape.podSpecPath().subList(0, shape.podSpecPath().size() - 1);
  }

  /** The way to the pod spec. */
  FieldPath path() {
    return FieldPath.of(shape.podSpecPath().toArray(String[]::new));
  }

  JsonReader podSpec() {
    return object.at(shape.podSpecPath());
  }

  /** The pod as it reaches Kubernetes. */
  PodSpec pod() {
    return shape.completed(PodReader.read(podSpec()));
  }

  /** Whether a field is one that objects of this kind have beside those of the pod spec. */
  boolean isOwnField(FieldPath field) {
    return field.segments().size() == path().segments().size() + 1
        && field.startsWith(path())
        && field.segments().get(path().segments().size()) instanceof FieldPath.Field own
        && shape.isOwnField(own.name());
  }

  /** The pod's metadata are beside its spec. */
  PodIdentity identity() {
    JsonReader pod = object.at(templateFields());
    Map<String, String> labels =
        pod.object("metadata")
            .flatMap(metadata -> metadata.object("labels"))
            .map(JsonReader::texts)
            .orElse(Map.of());
    Optional<String> namespace =
        object.object("metadata").flatMap(metadata -> metadata.text("namespace"));
    return new PodIdentity(namespace, labels);
  }

  /** What the object is called among those that may own others. */
  String name() {
    return name(objectKind.kind(), metadata("name"));
  }

  /** What a measurement may call it. */
  WorkloadRef ref() {
    Optional<JsonReader> metadata = object.object("metadata");
    return new WorkloadRef(
        Optional.of(objectKind.kind()),
        metadata.flatMap(fields -> fields.text("name")),
        metadata.flatMap(fields -> fields.text("namespace")));
  }

  /** The object that keeps this one as it is, if one does: it is judged there. */
  Optional<String> owner() {
    return object.object("metadata").stream()
        .flatMap(metadata -> metadata.objects("ownerReferences").stream())
        .filter(owner -> WorkloadKinds.KNOWN.named(owner.text("kind").orElse("")).isPresent())
        .findFirst()
        .map(owner -> name(owner.text("kind").orElse(""), owner.text("name").orElse("")));
  }

  /** Its kind and name, for people; the same in every namespace. */
  String words() {
    return objectKind.kind() + " " + metadata("name");
  }

  private String name(String kind, String name) {
    return kind + " " + metadata("namespace") + "/" + name;
  }

  private String metadata(String field) {
    return object.object("metadata").flatMap(metadata -> metadata.text(field)).orElse("");
  }
}
