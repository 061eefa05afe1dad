package dev.sonde.kubelet;

import static com.tngtech.archunit.base.DescribedPredicate.anyElementThat;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final JavaClasses KUBELET =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.sonde.kubelet");

  @Test
  void needsTheModelAndTheJdkWithoutANetwork() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "dev.sonde.kubelet..",
            "dev.sonde.model",
            "dev.sonde.release",
            "dev.sonde.rules",
            "java.lang..",
            "java.io",
            "java.math",
            "java.time",
            "java.util..",
            "org.jspecify.annotations")
        .check(KUBELET);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("dev.sonde.(**)").should().beFreeOfCycles().check(KUBELET);
  }

  @Test
  void theStateMachineKnowsNoRealTime() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "dev.sonde.kubelet",
            "..kubelet.event",
            "..internal.prober",
            "..internal.pod",
            "..kubelet.sim")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("java.util.concurrent..")
        .orShould()
        .dependOnClassesThat()
        .haveSimpleName("RealLoop")
        .check(KUBELET);
  }

  @Test
  void whatUsersHoldShowsNothingInternal() {
    noMethods()
        .that()
        .arePublic()
        .and()
        .areDeclaredInClassesThat()
        .arePublic()
        .and()
        .areDeclaredInClassesThat()
        .resideOutsideOfPackage("..internal..")
        .should()
        .haveRawReturnType(resideInAPackage("..internal.."))
        .orShould()
        .haveRawParameterTypes(anyElementThat(resideInAPackage("..internal..")))
        .check(KUBELET);
  }
}
