package dev.sonde.manifests.merge;

import dev.sonde.manifests.RandomProbes;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.ProbeSet;
import dev.sonde.yaml.YamlList;
import dev.sonde.yaml.YamlMap;
import dev.sonde.yaml.YamlNode;
import dev.sonde.yaml.YamlNumber;
import dev.sonde.yaml.YamlText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A file with a workload in it whose container has more or less of some probes already. */
final class RandomManifest {

  private static final List<String> SHELL = List.of("sh", "-c", "echo a\nlivenessProbe:\n");

  private final Random random;
  private final ProbeSet probes;

  RandomManifest(Random random, ProbeSet probes) {
    this.random = random;
    this.probes = probes;
  }

  String text() {
    RandomLayout layout = new RandomLayout(random);
    StringBuilder out = new StringBuilder();
    if (random.nextInt(4) == 0) {
      out.append("# first\n---\n").append(layout.document(other())).append("---\n");
    }
    out.append(layout.document(workload()));
    if (random.nextInt(4) == 0) {
      out.append("--- # next\n").append(layout.document(other()));
    }
    String text = out.toString();
    if (random.nextInt(4) == 0) {
      text = text.stripTrailing();
    }
    if (random.nextInt(4) == 0) {
      text = text.replace("\n", "\r\n");
    }
    return random.nextInt(8) == 0 ? "\uFEFF" + text : text;
  }

  private Map<String, Object> other() {
    return shuffled(
        map("apiVersion", "v1", "kind", "Service", "metadata", Map.of("name", "orders")));
  }

  private Map<String, Object> workload() {
    List<Object> containers = new ArrayList<>(List.of(container()));
    if (random.nextBoolean()) {
      containers.add(random.nextInt(2), shuffled(map("name", "proxy", "image", "proxy:1")));
    }
    Map<String, Object> pod = map("containers", containers);
    sometimes(pod, "terminationGracePeriodSeconds", other(30));
    sometimes(pod, "serviceAccountName", "orders");
    Map<String, Object> spec = Map.of("template", Map.of("spec", shuffled(pod)));
    Map<String, Object> workload = new LinkedHashMap<>();
    workload.put("apiVersion", "apps/v1");
    workload.put("kind", "Deployment");
    workload.put("metadata", shuffled(map("name", "orders", "labels", Map.of("app", "ü🚀"))));
    workload.put("spec", spec);
    return random.nextInt(4) == 0 ? shuffled(workload) : workload;
  }

  private Map<String, Object> container() {
    Map<String, Object> container = new LinkedHashMap<>();
    container.put("name", "orders");
    container.put("image", "orders:1");
    sometimes(container, "ports", List.of(map("containerPort", 8080, "name", "http")));
    sometimes(container, "command", SHELL);
    sometimes(container, "env", List.of(map("name", "A", "value", "yes"), Map.of("name", "B")));
    sometimes(container, "resources", Map.of("limits", Map.of("memory", "512Mi")));
    sometimes(container, "workingDir", "two\nlines\n");
    sometimes(container, "tty", true);
    for (ProbeKind kind : ProbeKind.values()) {
      if (random.nextInt(3) > 0) {
        container.put(kind.fieldName(), existing(kind));
      }
    }
    sometimes(container, "lifecycle", hooks());
    sometimes(container, "restartPolicy", random.nextBoolean() ? "Never" : "OnFailure");
    sometimes(container, "restartPolicyRules", rules());
    return shuffled(container);
  }

  private @Nullable Object rules() {
    return random.nextInt(6) == 0
        ? null
        : List.of(
            map(
                "action",
                "Restart",
                "exitCodes",
                map("operator", "In", "values", List.of(random.nextInt(3), 42))));
  }

  private @Nullable Object hooks() {
    Map<String, Object> hooks = new LinkedHashMap<>();
    sometimes(hooks, "postStart", Map.of("exec", Map.of("command", SHELL)));
    sometimes(hooks, "preStop", map("sleep", map("seconds", other(5))));
    sometimes(hooks, "preStop", map("exec", map("command", List.of("sleep", "5"))));
    sometimes(hooks, "preStop", random.nextBoolean() ? null : Map.of());
    sometimes(hooks, "stopSignal", random.nextBoolean() ? "SIGINT" : "SIGHUP");
    return random.nextInt(6) == 0 ? null : shuffled(hooks);
  }

  private @Nullable Object existing(ProbeKind kind) {
    return switch (random.nextInt(10)) {
      case 0 -> null;
      case 1 -> Map.of();
      case 2, 3 -> plain(new RandomProbes(random.nextLong()).probe().toFields());
      default -> mutated(kind);
    };
  }

  /** The wanted probe, with some of its fields changed, taken away or added. */
  private Object mutated(ProbeKind kind) {
    YamlMap want =
        probes
            .probe(kind)
            .map(probe -> probe.toFields())
            .orElseGet(() -> new RandomProbes(random.nextLong()).probe().toFields());
    return shuffled(mutated(cast(plain(want))));
  }

  private Map<String, Object> mutated(Map<String, Object> probe) {
    Map<String, Object> mutated = new LinkedHashMap<>();
    probe.forEach(
        (key, value) -> {
          switch (random.nextInt(6)) {
            case 0 -> {}
            case 1 -> mutated.put(key, other(value));
            default ->
                mutated.put(key, value instanceof Map<?, ?> map ? mutated(cast(map)) : value);
          }
        });
    sometimes(mutated, "timeoutSeconds", random.nextInt(4));
    return mutated;
  }

  private @Nullable Object other(Object value) {
    if (value instanceof Integer || value instanceof Long) {
      return random.nextInt(5) == 0 ? null : random.nextInt(30);
    }
    return value instanceof String ? "other" : value;
  }

  private void sometimes(Map<String, Object> map, String key, @Nullable Object value) {
    if (random.nextInt(3) == 0) {
      map.put(key, value);
    }
  }

  private Map<String, Object> shuffled(Map<String, ?> map) {
    List<String> keys = new ArrayList<>(map.keySet());
    Collections.sort(keys);
    Collections.shuffle(keys, random);
    Map<String, Object> shuffled = new LinkedHashMap<>();
    keys.forEach(key -> shuffled.put(key, map.get(key)));
    return shuffled;
  }

  static Object plain(YamlNode node) {
    if (node instanceof YamlMap map) {
      Map<String, Object> plain = new LinkedHashMap<>();
      map.entries().forEach((key, value) -> plain.put(key, plain(value)));
      return plain;
    } else if (node instanceof YamlList list) {
      return list.items().stream().map(RandomManifest::plain).toList();
    } else if (node instanceof YamlNumber number) {
      return number.value();
    }
    return ((YamlText) node).value();
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> cast(Object map) {
    return (Map<String, Object>) map;
  }

  /** A map whose order is the same in every run. */
  private static Map<String, Object> map(Object... keysAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return map;
  }
}
