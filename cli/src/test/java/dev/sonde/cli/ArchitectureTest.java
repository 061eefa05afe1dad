package dev.sonde.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final JavaClasses CLI =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.sonde.cli");

  @Test
  void commandsAreThinAndReadNoYamlThemselves() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.snakeyaml..",
            "com.fasterxml..",
            "io.fabric8..",
            "dev.sonde.manifests.tree..",
            "dev.sonde.manifests.decode..")
        .check(CLI);
  }
}
