package dev.sonde.manifests.lint;

import dev.sonde.lint.ApplicationFacts;
import dev.sonde.lint.JvmSigns;
import dev.sonde.lint.PodContext;
import dev.sonde.manifests.decode.JsonReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a manifest shows about the applications in a pod. */
final class PodSurroundings {

  private PodSurroundings() {}

  static PodContext of(String workloadKind, JsonReader podSpec) {
    Map<String, ApplicationFacts> applications = new HashMap<>();
    Stream.of("containers", "initContainers")
        .flatMap(field -> podSpec.list(field, JsonReader::of).stream())
        .filter(PodSurroundings::runsOnJvm)
        .forEach(
            container ->
                container
                    .text("name")
                    .ifPresent(name -> applications.put(name, ApplicationFacts.JVM)));
    return PodContext.of(workloadKind).withApplications(applications);
  }

  private static boolean runsOnJvm(JsonReader container) {
    List<String> commandAndArgs =
        Stream.concat(container.texts("command").stream(), container.texts("args").stream())
            .toList();
    List<String> variables =
        container.list("env", JsonReader::of).stream()
            .flatMap(variable -> variable.text("name").stream())
            .toList();
    return JvmSigns.in(container.text("image"), commandAndArgs, variables).orElse(false);
  }
}
