package dev.sonde;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final JavaClasses CORE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.sonde");

  @Test
  void coreNeedsNothingButTheJdk() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("dev.sonde..", "java..", "org.jspecify.annotations")
        .check(CORE);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("dev.sonde.(*)..").should().beFreeOfCycles().check(CORE);
  }

  @Test
  void everyPackageKnowsOnlyWhatStandsBelowIt() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("yaml")
        .definedBy("dev.sonde.yaml")
        .layer("model")
        .definedBy("dev.sonde.model")
        .layer("rules")
        .definedBy("dev.sonde.rules")
        .layer("measured")
        .definedBy("dev.sonde.measured")
        .layer("lint")
        .definedBy("dev.sonde.lint")
        .layer("dsl")
        .definedBy("dev.sonde.dsl")
        .whereLayer("dsl")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("lint")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("measured")
        .mayOnlyBeAccessedByLayers("lint")
        .whereLayer("rules")
        .mayOnlyBeAccessedByLayers("lint", "dsl")
        .whereLayer("model")
        .mayOnlyBeAccessedByLayers("rules", "measured", "lint", "dsl")
        .whereLayer("yaml")
        .mayOnlyBeAccessedByLayers("model", "dsl")
        .check(CORE);
  }
}
