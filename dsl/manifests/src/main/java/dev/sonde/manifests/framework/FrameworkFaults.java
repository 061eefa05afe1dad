package dev.sonde.manifests.framework;

import dev.sonde.compiled.ClassFolder;
import dev.sonde.manifests.output.ManifestPlace;
import dev.sonde.manifests.output.PlacedFinding;
import dev.sonde.rules.FieldPath;
import dev.sonde.rules.Finding;
import dev.sonde.rules.FrameworkRules;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a framework does wrong, however it is configured. */
final class FrameworkFaults {

  private static final String REMEDY =
      "Give what a check asks a time-out shorter than the probe's, or let Sonde's engine ask the"
          + " checks, which has a deadline for each.";

  /** Checks that are given to these are no beans. */
  private static final List<String> REGISTRIES =
      List.of(
          "io/smallrye/health/api/HealthRegistry", "io/smallrye/health/registry/HealthRegistries");

  private static final String RESPONSE = "org.eclipse.microprofile.health.HealthCheckResponse";

  private FrameworkFaults() {}

  /** {@return the faults of a framework that an application may meet} */
  static List<PlacedFinding> of(Framework framework, ApplicationFiles files) throws IOException {
    List<PlacedFinding> faults = new ArrayList<>();
    ManifestPlace place = ManifestPlace.of(files.shown());
    faults.add(
        place.finding(FrameworkRules.ENDLESS.finding(FieldPath.ROOT, endless(framework), REMEDY)));
    if (framework == Framework.QUARKUS && mentionsRegistry(files)) {
      faults.add(
          place.finding(
              FrameworkRules.EVENT_LOOP.finding(
                  FieldPath.ROOT,
                  "a class uses SmallRye's HealthRegistry, and Quarkus calls a HealthCheck that is"
                      + " registered there on its event loop: while it waits, requests wait.",
                  "Make it a bean with @Liveness or @Readiness, or register an"
                      + " AsyncHealthCheck.")));
    }
    if (framework == Framework.QUARKUS) {
      files
          .firstClass((where, content) -> ClassFolder.constructs(where, content, RESPONSE))
          .map(FrameworkFaults::statusless)
          .map(place::finding)
          .ifPresent(faults::add);
    }
    if (files.libraries().has("helidon-microprofile-health")) {
      faults.add(
          place.finding(
              FrameworkRules.AT_START.finding(
                  FieldPath.ROOT,
                  "Helidon MP calls each HealthCheck once before it opens its port, and lists it for"
                      + " ever under the name that it answered then: one that hangs keeps Helidon"
                      + " from starting.",
                  "Give what a check asks a time-out, and each check one name; or let Sonde's engine"
                      + " ask the checks.")));
    }
    return faults;
  }

  private static boolean mentionsRegistry(ApplicationFiles files) throws IOException {
    for (String registry : REGISTRIES) {
      if (files.mentions(registry)) {
        return true;
      }
    }
    return false;
  }

  /** Its fields are final, so that it never gets what that constructor does not give it. */
  private static Finding statusless(String className) {
    return FrameworkRules.STATUSLESS.finding(
        FieldPath.ROOT,
        className
            + " makes a HealthCheckResponse that has neither name nor status, and Quarkus never"
            + " answers a probe whose check returns one; nothing is logged.",
        "Build it with HealthCheckResponse.named(…) and up(), down() or status(…), then build().");
  }

  private static String endless(Framework framework) {
    String hung =
        framework.title()
            + " waits for each check without a limit: while one hangs, probes are not answered, and"
            + " each of them holds one more thread.";
    return framework == Framework.QUARKUS
        ? hung + " Nor is a probe answered when a check gives no name or no status."
        : hung;
  }

  /** {@return the finding that a version is older than those that were tried, if it is} */
  static Optional<PlacedFinding> untried(Framework framework, ApplicationFiles files) {
    return framework.libraries().stream()
        .flatMap(library -> files.libraries().version(library).stream())
        .findFirst()
        .filter(version -> Libraries.isOlder(version, framework.tried()))
        .map(
            version ->
                ManifestPlace.of(files.shown())
                    .finding(
                        FrameworkRules.UNTRIED.finding(
                            FieldPath.ROOT,
                            framework.title()
                                + " "
                                + version
                                + " is judged by what "
                                + framework.tried()
                                + " does.",
                            "Ask the running application once whether it answers there.")));
  }
}
