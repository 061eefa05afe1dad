package dev.sonde.kubelet;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final ClassFileImporter CLASS_PATH =
      new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests());

  private static final JavaClasses KUBELET = CLASS_PATH.importPackages("dev.sonde.kubelet");

  @Test
  void needsNeitherJUnitNorANetwork() {
    classes()
        .that()
        .resideInAPackage("..internal.report..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "dev.sonde..",
            "com.fasterxml.jackson.core..",
            "java.io",
            "java.lang..",
            "java.math",
            "java.nio.charset",
            "java.nio.file",
            "java.text",
            "java.time..",
            "java.util",
            "java.util.function",
            "java.util.regex",
            "java.util.stream",
            "org.jspecify.annotations")
        .check(KUBELET);
  }

  /** What the class path holds is what a user of the report carries. */
  @Test
  void carriesTheSimulatorAndNothingLive() {
    classes()
        .should()
        .resideInAnyPackage(
            "dev.sonde.kubelet",
            "dev.sonde.kubelet.event",
            "dev.sonde.kubelet.sim",
            "dev.sonde.kubelet.scenario",
            "..internal.time",
            "..internal.prober",
            "..internal.pod",
            "..internal.standard",
            "..internal.input",
            "..internal.output",
            "..internal.report..")
        .check(KUBELET);
    assertThat(CLASS_PATH.importPackages("org.apache.hc", "io.grpc")).isEmpty();
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("dev.sonde.(**)").should().beFreeOfCycles().check(KUBELET);
  }
}
