package dev.sonde.kubelet;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  /** Also holds the class path: nothing else of Sonde is on it. */
  @Test
  void needsNoNetworkAndNoProcess() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "dev.sonde.kubelet",
            "dev.sonde.kubelet.event",
            "dev.sonde.kubelet.sim",
            "dev.sonde.kubelet.scenario",
            "dev.sonde.kubelet.internal..",
            "dev.sonde.manifests..",
            "dev.sonde.lint",
            "dev.sonde.measured",
            "dev.sonde.model",
            "dev.sonde.release",
            "dev.sonde.rules",
            "dev.sonde.yaml",
            "com.fasterxml.jackson.core..",
            "java.io",
            "java.lang..",
            "java.math",
            "java.nio.charset",
            "java.nio.file",
            "java.time..",
            "java.util..",
            "org.jspecify.annotations")
        .check(
            new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("dev.sonde.kubelet"));
  }
}
