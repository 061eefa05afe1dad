package dev.sonde.manifests.decode;

import dev.sonde.manifests.decode.FieldType.ListOf;
import dev.sonde.manifests.decode.FieldType.MapOf;
import dev.sonde.manifests.decode.FieldType.Scalar;
import dev.sonde.manifests.decode.FieldType.Struct;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The smallest manifest that has a field.
 *
 * @param text the manifest
 * @param path the field, as Kubernetes names it
 */
public record GatedManifest(String text, String path) {

  private static final ApiTypes TYPES = ApiTypes.load();

  private static final List<ObjectKind> KINDS =
      List.of(
          new ObjectKind("v1", "Pod"),
          new ObjectKind("apps/v1", "StatefulSet"),
          new ObjectKind("batch/v1", "Job"));

  /** Texts that the rules of probes judge wherever the field is known. */
  private static final Map<String, String> LEGAL =
      Map.of(
          "HTTPGetAction.protocol", "HTTP2",
          "GRPCAction.mode", "TLS",
          "Lifecycle.stopSignal", "SIGTERM");

  private record Step(String path, String before, String after, Struct type) {}

  /**
   * {@return the manifest}
   *
   * @param field as in {@code Container.restartPolicy}, or {@code Type.field=value}
   */
  public static GatedManifest of(String field) {
    String[] parts = field.split("[.=]");
    return find(parts, true)
        .or(() -> find(parts, false))
        .orElseThrow(() -> new IllegalArgumentException("no manifest has a " + field));
  }

  private static Optional<GatedManifest> find(String[] parts, boolean everywhere) {
    for (ObjectKind kind : KINDS) {
      Deque<Step> open = new ArrayDeque<>();
      String head = "{apiVersion: %s, kind: %s, ".formatted(kind.apiVersion(), kind.kind());
      open.add(new Step("", head, "}", TYPES.of(kind).orElseThrow()));
      Set<Struct> seen = new HashSet<>();
      while (!open.isEmpty()) {
        Step step = open.remove();
        if (step.type.name().equals(parts[0])) {
          String value =
              parts.length > 2
                  ? parts[2]
                  : LEGAL.getOrDefault(
                      parts[0] + "." + parts[1], value(step.type.field(parts[1]).orElseThrow()));
          return Optional.of(
              new GatedManifest(
                  step.before + parts[1] + ": " + value + step.after, step.path + parts[1]));
        }
        if (seen.add(step.type)) {
          step.type.fields().entrySet().stream()
              .sorted(Map.Entry.comparingByKey())
              .filter(next -> !everywhere || isEverywhere(step.type, next.getKey()))
              .filter(next -> !next.getKey().equals("status"))
              .filter(next -> !next.getKey().equals("ephemeralContainers"))
              .forEach(next -> add(step, next.getKey(), next.getValue(), open));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isEverywhere(Struct type, String field) {
    ReleasedField released = type.released().get(field);
    return released == null || released.isEverywhere();
  }

  private static void add(Step step, String name, FieldType type, Deque<Step> open) {
    String before = step.before + name + ": ";
    if (type instanceof Struct struct) {
      open.add(new Step(step.path + name + ".", before + "{", "}" + step.after, struct));
    } else if (type instanceof ListOf list && list.element() instanceof Struct struct) {
      open.add(new Step(step.path + name + "[0].", before + "[{", "}]" + step.after, struct));
    }
  }

  private static String value(FieldType type) {
    if (type instanceof ListOf list) {
      return "[" + value(list.element()) + "]";
    }
    if (type instanceof Scalar scalar) {
      return switch (scalar) {
        case BOOL -> "true";
        case INT32, INT64, INT_OR_STRING -> "1";
        default -> "Always";
      };
    }
    return type instanceof MapOf ? "{a: b}" : "{}";
  }
}
