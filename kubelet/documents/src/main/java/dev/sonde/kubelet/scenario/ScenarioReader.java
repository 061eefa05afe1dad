package dev.sonde.kubelet.scenario;

import dev.sonde.kubelet.sim.KubeletMode;
import dev.sonde.kubelet.sim.KubeletSettings;
import dev.sonde.kubelet.sim.PodFleet;
import dev.sonde.kubelet.sim.PodRemoval;
import dev.sonde.kubelet.sim.PodTemplate;
import dev.sonde.kubelet.sim.Scenario;
import dev.sonde.manifests.document.SondeDocument;
import dev.sonde.manifests.document.UnreadableDocumentException;
import dev.sonde.manifests.files.BoundedBytes;
import dev.sonde.manifests.tree.YamlStream;
import dev.sonde.release.KubernetesVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads a scenario: {@code apiVersion: sonde.dev/v1}, {@code kind: Scenario}. docs/simulate.md
 * describes its fields.
 */
public final class ScenarioReader {

  /** The {@code kind} of scenarios. */
  public static final String KIND = "Scenario";

  private static final Map<String, KubeletMode> MODES =
      Arrays.stream(KubeletMode.values())
          .collect(Collectors.toUnmodifiableMap(KubeletMode::word, Function.identity()));

  private ScenarioReader() {}

  /**
   * {@return the scenario in a file}
   *
   * @param file the file; other files that it names are looked for beside it
   * @throws IOException if it cannot be read
   * @throws UnreadableDocumentException if anything in it is wrong
   */
  public static Scenario read(Path file) throws IOException {
    Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(Path.of(""));
    return read(file.toString(), BoundedBytes.of(file), folder);
  }

  /**
   * {@return the scenario in a text}
   *
   * @param name what to call the text in messages
   * @param bytes the text, in UTF-8
   * @param folder where other files are that it names
   * @throws UnreadableDocumentException if anything in it is wrong
   */
  public static Scenario read(String name, byte[] bytes, Path folder) {
    return read(name, YamlStream.parse(bytes), folder, Optional.empty());
  }

  /**
   * {@return a scenario, on the kubelet of another release}
   *
   * @param name what to call it in messages
   * @param stream the scenario
   * @param folder where other files are that it names
   * @param release the release that counts instead of the one that is written
   * @throws UnreadableDocumentException if anything in it is wrong
   */
  public static Scenario read(
      String name, YamlStream stream, Path folder, Optional<KubernetesVersion> release) {
    SondeDocument document = SondeDocument.of(name, stream, KIND);
    Scenario scenario =
        read(new ScenarioFields(document.root(), "the scenario", document), name, folder, release);
    document.mistakes().throwIfAny();
    return scenario;
  }

  private static Scenario read(
      ScenarioFields fields, String file, Path folder, Optional<KubernetesVersion> release) {
    fields.text("apiVersion");
    fields.text("kind");
    Duration duration = fields.duration("duration").orElse(Scenario.DEFAULT_DURATION);
    if (duration.isZero()) {
      fields.incomplete("has a duration of 0.", "Write how long to watch.");
      duration = Scenario.DEFAULT_DURATION;
    }
    Optional<KubernetesVersion> written =
        fields.parsed("kubernetes", KubernetesVersion::parseSupported);
    KubernetesVersion version = release.or(() -> written).orElse(KubernetesVersion.DEFAULT);
    KubeletMode mode = fields.choice("mode", MODES).orElse(KubeletMode.IDEAL);
    KubeletSettings kubelet =
        fields
            .object("kubelet")
            .map(KubeletFields::read)
            .orElse(KubeletSettings.DEFAULT)
            .withVersion(version)
            .withMode(mode);
    PodTemplate template = new ScenarioPodFields(fields, folder, version).read();
    PodFleet fleet = FleetFields.read(fields, template, folder, version);
    Scenario scenario =
        new Scenario(
            fields.text("name").orElse(baseName(file)),
            duration,
            fields.whole("seed", Long.MIN_VALUE, Long.MAX_VALUE).orElse(1),
            kubelet,
            template,
            fleet,
            removal(fields, "delete", false).or(() -> removal(fields, "evict", true)));
    if (fields.value("delete").isPresent() && fields.value("evict").isPresent()) {
      fields.incomplete("has both delete and evict.", "Keep one of them.");
    }
    fields.finish();
    return scenario;
  }

  private static Optional<PodRemoval> removal(ScenarioFields fields, String name, boolean evicted) {
    return fields
        .object(name)
        .map(
            object -> {
              Duration at = object.duration("at").orElse(Duration.ZERO);
              if (object.value("at").isEmpty()) {
                object.incomplete("does not say when.", "Add at.");
              }
              PodRemoval removal =
                  new PodRemoval(
                      at, evicted, object.whole("gracePeriodSeconds", 0, Integer.MAX_VALUE));
              object.finish();
              return removal;
            });
  }

  private static String baseName(String file) {
    String last = Path.of(file).getFileName().toString();
    int dot = last.lastIndexOf('.');
    return dot > 0 ? last.substring(0, dot) : last;
  }
}
