package dev.sonde.maven;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  /** Reading and writing manifests is the libraries' work; a goal only calls them. */
  @Test
  void goalsLeaveYamlAndKubernetesObjectsToTheLibraries() {
    noClasses()
        .that()
        .resideInAPackage("dev.sonde.maven")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.snakeyaml..",
            "com.fasterxml..",
            "io.fabric8..",
            "dev.sonde.manifests.tree..",
            "dev.sonde.runtime..",
            "dev.sonde.processor..")
        .check(
            new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("dev.sonde.maven"));
  }
}
