package dev.sonde.manifests.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.manifests.files.FileChange;
import dev.sonde.manifests.files.FileFilter;
import dev.sonde.manifests.merge.record.RecordPlace;
import dev.sonde.rules.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What merging put somewhere goes with its declaration, and nothing else goes. */
class OwnershipTest {

  @TempDir private Path folder;
  private Path manifest;
  private String before;

  @BeforeEach
  void writeManifest() throws IOException {
    Files.createDirectory(folder.resolve("k8s"));
    before = pod("shop", "cart");
    manifest = Files.writeString(folder.resolve("k8s/pod.yaml"), before);
  }

  @Test
  void theLastProbeOfAContainerGoesWithItsDeclaration() throws IOException {
    Path classes = classes("shop", "cart");
    merge(classes);
    assertThat(manifest).content().contains("port: 1", "port: 2");
    declareNothing(classes, "shop");

    DriftReport check = check(classes);
    assertThat(check.fails()).isTrue();
    assertThat(check.findings())
        .anySatisfy(
            found -> assertThat(found.text()).contains("[drift-stale]", "container \"shop\""));

    merge(classes);
    assertThat(manifest).content().doesNotContain("port: 1").contains("port: 2");
    assertThat(check(classes).findings()).isEmpty();
  }

  @Test
  void everythingGoesWithTheLastDeclaration() throws IOException {
    Path classes = classes("shop", "cart");
    merge(classes);
    declareNothing(classes, "shop", "cart");
    assertThat(check(classes).fails()).isTrue();
    merge(classes);
    assertThat(manifest).hasContent(before);
    assertThat(check(classes).findings()).isEmpty();
    assertThat(check(classes).verdict("")).startsWith("No probe was compared");
  }

  @Test
  void whatOthersDeclareStays() throws IOException {
    Path shop = document("shop");
    Path cart = document("cart");
    merge(shop);
    merge(cart);
    assertThat(manifest).content().contains("port: 1", "port: 2");
    assertThat(check(shop).findings()).isEmpty();
    assertThat(check(cart).findings()).isEmpty();
    assertThat(check(cart).verdict("")).startsWith("1 probe of 1 container in 1 file agrees");
  }

  @Test
  void pruningTakesAwayWhatOthersDeclared() throws IOException {
    merge(document("shop"));
    session(document("cart"), MergeOptions.DEFAULT.withPrune(true), manifest).write();
    assertThat(manifest).content().doesNotContain("port: 1").contains("port: 2");
  }

  @Test
  void aContainerWithAnotherNameLosesNothing() throws IOException {
    Path classes = classes("shop");
    merge(classes);
    String merged = Files.readString(manifest);
    Files.writeString(manifest, merged.replace("- name: shop", "- name: store"));
    declareNothing(classes, "shop");
    declare(classes, "store");
    merge(classes);
    assertThat(manifest).hasContent(merged.replace("- name: shop", "- name: store"));
    assertThat(folder.resolve("k8s/sonde.lock")).content().doesNotContain("shop");
  }

  @Test
  void theRecordLiesBesideTheManifestWhateverIsNamed() throws IOException {
    Path classes = classes("shop", "cart");
    merge(classes);
    assertThat(folder.resolve("k8s/sonde.lock")).content().contains("file: pod.yaml", "../classes");
    declareNothing(classes, "shop", "cart");
    session(classes, MergeOptions.DEFAULT, folder.resolve("k8s")).write();
    assertThat(manifest).hasContent(before);
  }

  @Test
  void theRecordOfOtherManifestsInTheFolderStays() throws IOException {
    Path shop = document("shop");
    merge(shop);
    Path other = Files.writeString(folder.resolve("k8s/other.yaml"), pod("shop", "cart"));
    session(shop, MergeOptions.DEFAULT, other).write();
    assertThat(folder.resolve("k8s/sonde.lock"))
        .content()
        .contains("file: pod.yaml", "file: other.yaml");
  }

  @Test
  void aManifestThatWasRenamedKeepsItsRecord() throws IOException {
    Path classes = classes("shop", "cart");
    merge(classes);
    Path renamed = Files.move(manifest, folder.resolve("k8s/renamed.yaml"));
    declareNothing(classes, "shop", "cart");
    session(classes, MergeOptions.DEFAULT, renamed).write();
    assertThat(renamed).hasContent(before);
  }

  @Test
  void withoutARecordNothingIsLeftBehindAndNothingGoes() throws IOException {
    Path classes = classes("shop");
    merge(classes, RecordPlace.nowhere());
    String merged = Files.readString(manifest);
    declareNothing(classes, "shop");
    merge(classes, RecordPlace.nowhere());
    assertThat(manifest).hasContent(merged);
    try (Stream<Path> files = Files.list(folder.resolve("k8s"))) {
      assertThat(files).containsExactly(manifest);
    }
  }

  @Test
  void twoDocumentsForOneContainerAreBothNamed() throws IOException {
    Path only = Files.writeString(folder.resolve("k8s/only.yaml"), pod("shop"));
    Path classes = classes("shop");
    Files.writeString(
        classes.resolve("META-INF/sonde/container.yaml"),
        probes("shop").replace("container: shop\n", ""));
    assertThat(session(classes, MergeOptions.DEFAULT, only).plan().refusals())
        .singleElement()
        .asString()
        .contains(
            "container \"shop\": container.yaml of classes and shop.yaml of classes. Keep one");
    MergeInputs documents =
        new MergeInputs(
            folder,
            List.of(only),
            FileFilter.ALL,
            MergedProbes.read(List.of(document("shop"), classes)),
            MergeOptions.DEFAULT,
            RecordPlace.besideManifests());
    assertThat(MergeSession.of(documents).plan().refusals())
        .asString()
        .contains("shop-probes.yaml and container.yaml of classes");
  }

  /** The process is killed after any number of writes; the next run finishes the work. */
  @Test
  void aMergeThatIsKilledIsFinishedByTheNext() throws IOException {
    Path second = folder.resolve("k8s/second.yaml");
    String other = pod("shop").replace("name: pod", "name: other");
    Files.writeString(second, other);
    Path shop = document("shop");
    MergeOptions every = MergeOptions.DEFAULT.withEveryMatch(true);
    String declared = Files.readString(shop);
    String nothing = declared.substring(0, declared.indexOf("livenessProbe"));
    Path lock = folder.resolve("k8s/sonde.lock");
    int steps = 4;
    for (int kill = 0; kill <= steps; kill++) {
      Files.writeString(shop, declared);
      writeSome(session(shop, every, folder.resolve("k8s")), kill);
      session(shop, every, folder.resolve("k8s")).write();
      assertThat(manifest).content().contains("port: 1");
      assertThat(second).content().contains("port: 1");
      assertThat(lock).content().contains("file: pod.yaml", "file: second.yaml");

      Files.writeString(shop, nothing);
      writeSome(session(shop, every, folder.resolve("k8s")), kill);
      session(shop, every, folder.resolve("k8s")).write();
      assertThat(manifest).hasContent(before);
      assertThat(second).hasContent(other);
      assertThat(lock).isEmptyFile();
    }
  }

  private static void writeSome(MergeSession session, int count) throws IOException {
    List<FileChange> all = new ArrayList<>(session.firstChanges());
    all.addAll(session.changes());
    for (FileChange change : all.subList(0, Math.min(count, all.size()))) {
      Files.write(change.path(), change.after());
    }
  }

  private Path classes(String... containers) throws IOException {
    Path classes = folder.resolve("classes");
    Files.createDirectories(classes.resolve("META-INF/sonde"));
    for (String container : containers) {
      declare(classes, container);
    }
    return classes;
  }

  private static void declare(Path classes, String container) throws IOException {
    Files.writeString(classes.resolve("META-INF/sonde/" + container + ".yaml"), probes(container));
  }

  private static void declareNothing(Path classes, String... containers) throws IOException {
    for (String container : containers) {
      Files.delete(classes.resolve("META-INF/sonde/" + container + ".yaml"));
    }
  }

  private Path document(String container) throws IOException {
    return Files.writeString(folder.resolve(container + "-probes.yaml"), probes(container));
  }

  private static String probes(String container) {
    return """
        apiVersion: sonde.dev/v1
        kind: ProbeSet
        container: %s
        livenessProbe:
          tcpSocket:
            port: %d
        """
        .formatted(container, container.equals("cart") ? 2 : 1);
  }

  private static String pod(String... containers) {
    StringBuilder pod =
        new StringBuilder(
            """
            apiVersion: v1
            kind: Pod
            metadata:
              name: pod
            spec:
              containers:
            """);
    for (String container : containers) {
      pod.append("    - name: ").append(container).append("\n      image: i:1\n");
    }
    return pod.toString();
  }

  private void merge(Path probes) throws IOException {
    merge(probes, RecordPlace.besideManifests());
  }

  private void merge(Path probes, RecordPlace record) throws IOException {
    session(probes, MergeOptions.DEFAULT, record, manifest).write();
  }

  private DriftReport check(Path probes) throws IOException {
    return DriftReport.of(session(probes, MergeOptions.DEFAULT, manifest).plan(), Severity.ERROR);
  }

  private MergeSession session(Path probes, MergeOptions options, Path file) throws IOException {
    return session(probes, options, RecordPlace.besideManifests(), file);
  }

  private MergeSession session(Path probes, MergeOptions options, RecordPlace record, Path file)
      throws IOException {
    return MergeSession.of(
        new MergeInputs(
            folder,
            List.of(file),
            FileFilter.ALL,
            MergedProbes.read(List.of(probes)),
            options,
            record));
  }
}
