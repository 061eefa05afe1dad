package dev.sonde.manifests;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final JavaClasses MANIFESTS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.sonde.manifests");

  @Test
  void theTreeKnowsYamlAndNothingOfKubernetes() {
    classes()
        .that()
        .resideInAPackage("dev.sonde.manifests.tree")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "dev.sonde.manifests.tree",
            "org.snakeyaml.engine.v2..",
            "java..",
            "org.jspecify.annotations")
        .check(MANIFESTS);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("dev.sonde.manifests.(*)..").should().beFreeOfCycles().check(MANIFESTS);
  }
}
