package dev.sonde.manifests.lint;

import dev.sonde.manifests.decode.JsonReader;
import dev.sonde.manifests.decode.ObjectKind;
import dev.sonde.manifests.decode.StrictDecoder;
import dev.sonde.manifests.workload.WorkloadKind;
import dev.sonde.manifests.workload.WorkloadKinds;
import dev.sonde.model.ProbeSetDocument;
import dev.sonde.rules.FieldPath;
import dev.sonde.rules.Finding;
import dev.sonde.rules.FindingWords;
import dev.sonde.rules.InputRules;
import dev.sonde.rules.SimilarName;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells what sort of object a document describes, and whether Kubernetes has that sort. */
final class ObjectKinds {

  private static final FieldPath API_VERSION = FieldPath.of("apiVersion");
  private static final FieldPath KIND = FieldPath.of("kind");

  private static final String LIST = "List";

  /** Groups in which Kubernetes itself has, or once had, workloads. */
  private static final Set<String> GROUPS = Set.of("", "apps", "batch", "extensions");

  /** Others of those groups; no misspelt workloads. */
  private static final Set<String> OTHERS =
      Set.of(
          "ConfigMap",
          "ControllerRevision",
          "Endpoints",
          "Event",
          "Ingress",
          "LimitRange",
          "List",
          "Namespace",
          "Node",
          "PersistentVolume",
          "PersistentVolumeClaim",
          "ResourceQuota",
          "Secret",
          "Service",
          "ServiceAccount");

  private static final List<String> POD_FIELDS = List.of("containers", "template", "jobTemplate");

  private final StrictDecoder decoder;

  ObjectKinds(StrictDecoder decoder) {
    this.decoder = decoder;
  }

  /** What to do with an object. */
  sealed interface Answer {}

  /** It has a pod; judge it. */
  record HasPod(ObjectKind objectKind, WorkloadKind shape) implements Answer {}

  /** It sends traffic to pods. */
  record IsService() implements Answer {}

  /**
   * It holds other objects.
   *
   * @param items what an item is that does not say so itself
   */
  record HoldsObjects(ObjectKind items) implements Answer {}

  /** It has no pod. */
  record Other() implements Answer {}

  /** It is none of Kubernetes' objects. */
  record Stranger() implements Answer {}

  /** It has a pod, but no version; the API server takes the one of the address it is sent to. */
  record Unversioned(Finding finding, HasPod pod) implements Answer {}

  /** It claims to be what Kubernetes does not have. */
  record Wrong(Finding finding) implements Answer {}

  Answer of(JsonReader object) {
    Optional<String> apiVersion = object.text("apiVersion");
    Optional<String> kind = object.text("kind");
    if (apiVersion.isPresent() && kind.isPresent()) {
      return of(new ObjectKind(apiVersion.get(), kind.get()), object);
    }
    if (kind.isPresent() && decoder.kinds().contains(kind.get()) && hasBody(object)) {
      return unversioned(kind.get());
    }
    if (apiVersion.isPresent() && looksLikeWorkload(apiVersion.get(), object)) {
      return new Wrong(missing("kind", KIND, "Deployment, or another kind"));
    }
    return looksLikeManifest(object) ? new Wrong(lost(apiVersion, kind)) : new Stranger();
  }

  /** Values, recipes of builds and all the other YAML there is have nothing of the kind. */
  private static boolean looksLikeManifest(JsonReader object) {
    Optional<JsonReader> spec = object.object("spec");
    return (hasBody(object) && (hasText(object, "kind") || hasText(object, "apiVersion")))
        || (spec.isPresent() && object.object("metadata").isPresent())
        || spec.stream()
            .flatMap(fields -> POD_FIELDS.stream().map(fields::collection))
            .anyMatch(Optional::isPresent);
  }

  private static Finding lost(Optional<String> apiVersion, Optional<String> kind) {
    String missing =
        apiVersion.isPresent() ? "kind" : kind.isPresent() ? "apiVersion" : "apiVersion and kind";
    return InputRules.NOT_KUBERNETES.finding(
        FieldPath.ROOT,
        "this document looks like a manifest without %s, so it was not judged.".formatted(missing),
        "Add what is missing, or leave the file out if it is none.");
  }

  private Unversioned unversioned(String kind) {
    String version = decoder.versionsOf(kind).get(0);
    return new Unversioned(
        missing("apiVersion", API_VERSION, version), hasPod(new ObjectKind(version, kind)));
  }

  private static HasPod hasPod(ObjectKind kind) {
    return new HasPod(kind, WorkloadKinds.KNOWN.of(kind.apiVersion(), kind.kind()).orElseThrow());
  }

  /**
   * {@return what to do with an item of a list} One of a PodList need not say that it is a pod;
   * kubectl completes it.
   */
  Answer of(JsonReader item, HoldsObjects list) {
    boolean says = hasText(item, "apiVersion") || hasText(item, "kind");
    return says || list.items().kind().isEmpty() ? of(item) : of(list.items(), item);
  }

  private static boolean hasText(JsonReader object, String field) {
    return object.text(field).filter(text -> !text.isEmpty()).isPresent();
  }

  /** The values of a chart, too, may have a key {@code kind}. */
  private static boolean hasBody(JsonReader object) {
    return object.object("spec").isPresent() || object.object("metadata").isPresent();
  }

  private static boolean looksLikeWorkload(String apiVersion, JsonReader object) {
    return object.object("spec").isPresent() && GROUPS.contains(group(apiVersion));
  }

  private Answer of(ObjectKind kind, JsonReader object) {
    if (kind.apiVersion().equals(ProbeSetDocument.API_VERSION)) {
      return new Other();
    }
    if (decoder.knows(kind)) {
      return hasPod(kind);
    }
    if (OTHERS.contains(kind.kind())
        && GROUPS.contains(group(kind.apiVersion()))
        && holdsContainers(object)) {
      return new Wrong(withoutContainers(kind));
    }
    if (kind.apiVersion().equals("v1") && kind.kind().equals("Service")) {
      return new IsService();
    }
    if (kind.kind().endsWith(LIST) && object.collection("items").isPresent()) {
      return new HoldsObjects(itemsOf(kind));
    }
    return ofGroup(group(kind.apiVersion()), kind);
  }

  private static ObjectKind itemsOf(ObjectKind list) {
    String kind = list.kind().substring(0, list.kind().length() - LIST.length());
    return new ObjectKind(list.apiVersion(), kind);
  }

  private Answer ofGroup(String group, ObjectKind kind) {
    Optional<WorkloadKind> custom =
        WorkloadKinds.KNOWN.of(kind.apiVersion(), kind.kind()).filter(shape -> !shape.builtIn());
    if (custom.isPresent()) {
      return new HasPod(kind, custom.get());
    }
    if (isCustom(group)) {
      return new Other();
    }
    List<String> versions = decoder.versionsOf(kind.kind());
    if (!versions.isEmpty()) {
      return new Wrong(wrongVersion(kind, versions.get(0)));
    }
    boolean mayBeMisspelt = GROUPS.contains(group) && !OTHERS.contains(kind.kind());
    return mayBeMisspelt ? misspelt(kind) : new Other();
  }

  /** The group of custom resources is a domain; one without a dot is Kubernetes' own, or a slip. */
  private static boolean isCustom(String group) {
    return group.contains(".");
  }

  private Answer misspelt(ObjectKind kind) {
    Optional<String> similar =
        decoder.kinds().stream()
            .filter(known -> known.equalsIgnoreCase(kind.kind()))
            .findFirst()
            .or(() -> SimilarName.to(kind.kind(), decoder.kinds()));
    return similar.<Answer>map(known -> new Wrong(wrongKind(kind, known))).orElseGet(Other::new);
  }

  private static Finding missing(String field, FieldPath path, String value) {
    return InputRules.OBJECT_KIND.finding(
        path, field + " is missing.", "Write " + field + ": " + value + ".");
  }

  private static boolean holdsContainers(JsonReader object) {
    return object.object("spec").flatMap(spec -> spec.collection("containers")).isPresent();
  }

  private static Finding withoutContainers(ObjectKind kind) {
    return InputRules.OBJECT_KIND.finding(
        KIND,
        "a %s has no containers, and this one lists some.".formatted(kind.kind()),
        "Write the kind that it is, such as Pod.");
  }

  private static Finding wrongVersion(ObjectKind kind, String version) {
    return InputRules.OBJECT_KIND.finding(
        API_VERSION,
        "Kubernetes has no %s in apiVersion %s."
            .formatted(kind.kind(), FindingWords.quote(kind.apiVersion())),
        "Write apiVersion: " + version + ".");
  }

  private static Finding wrongKind(ObjectKind kind, String known) {
    return InputRules.OBJECT_KIND.finding(
        KIND,
        "Kubernetes has no kind %s in apiVersion %s."
            .formatted(FindingWords.quote(kind.kind()), FindingWords.quote(kind.apiVersion())),
        "Did you mean " + FindingWords.quote(known) + "?");
  }

  private static String group(String apiVersion) {
    int slash = apiVersion.indexOf('/');
    return slash < 0 ? "" : apiVersion.substring(0, slash);
  }
}
