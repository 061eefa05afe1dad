package com.example.harbour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.manifests.document.ProbeSetFiles;
import dev.sonde.manifests.files.ManifestFile;
import dev.sonde.manifests.merge.ManifestMerge;
import dev.sonde.manifests.merge.MergeOptions;
import dev.sonde.manifests.merge.record.MergeRecord;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The goal comes after the tests, in a phase that CI does not reach on this JDK. */
class ManifestTest {

  @Test
  void theManifestHasWhatTheCodeSays() throws Exception {
    ManifestFile manifest = ManifestFile.read("harbour.yaml", Path.of("k8s", "harbour.yaml"));
    assertThat(
            ManifestMerge.plan(
                    List.of(manifest),
                    List.of(ProbeSetFiles.in(Path.of("target", "classes")).get(0).probes()),
                    MergeOptions.DEFAULT,
                    MergeRecord.EMPTY)
                .changes())
        .isEmpty();
  }
}
