package dev.sonde.kubelet;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  /** The network is the attempts' own, in the room that it reuses. */
  @Test
  void needsLiveProbesAndDocumentsWithoutANetwork() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "dev.sonde.kubelet",
            "dev.sonde.kubelet.internal.handler",
            "dev.sonde.kubelet.internal.input",
            "dev.sonde.kubelet.internal.process",
            "dev.sonde.kubelet.measure",
            "dev.sonde.kubelet.scenario",
            "dev.sonde.manifests..",
            "dev.sonde.measured",
            "dev.sonde.model",
            "dev.sonde.release",
            "java.io",
            "java.lang..",
            "java.net",
            "java.nio..",
            "java.time..",
            "java.util..",
            "org.jspecify.annotations")
        .check(
            new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("dev.sonde.kubelet.measure"));
  }
}
