package dev.sonde.kubelet;

import static com.tngtech.archunit.base.DescribedPredicate.anyElementThat;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final ClassFileImporter CLASS_PATH =
      new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests());

  private static final JavaClasses KUBELET = CLASS_PATH.importPackages("dev.sonde.kubelet");

  /** What the class path holds is what a user's test carries. */
  @Test
  void carriesNoReportAndNoConsole() {
    classes()
        .should()
        .resideInAnyPackage(
            "dev.sonde.kubelet",
            "dev.sonde.kubelet.event",
            "dev.sonde.kubelet.sim",
            "dev.sonde.kubelet.scenario",
            "dev.sonde.kubelet.live",
            "dev.sonde.kubelet.junit",
            "..internal.time",
            "..internal.prober",
            "..internal.pod",
            "..internal.standard",
            "..internal.handler",
            "..internal.process",
            "..internal.input",
            "..internal.output")
        .check(KUBELET);
  }

  @Test
  void asksThroughTheLiveKubelet() {
    classes()
        .that()
        .resideInAPackage("dev.sonde.kubelet.junit")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "dev.sonde.kubelet..",
            "dev.sonde.manifests.document",
            "dev.sonde.model",
            "dev.sonde.release",
            "dev.sonde.rules",
            "com.sun.tools.attach",
            "org.junit.jupiter.api..",
            "org.junit.platform.commons.support",
            "org.junit.platform.engine..",
            "org.junit.platform.launcher..",
            "dev.sonde.yaml",
            "org.opentest4j",
            "java.io",
            "java.lang..",
            "java.math",
            "java.net",
            "java.nio.charset",
            "java.nio.file",
            "java.time",
            "java.util..",
            "org.jspecify.annotations")
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
        .resideInAnyPackage("dev.sonde.kubelet.junit", "dev.sonde.kubelet.scenario")
        .should()
        .haveRawReturnType(resideInAPackage("..internal.."))
        .orShould()
        .haveRawParameterTypes(anyElementThat(resideInAPackage("..internal..")))
        .check(KUBELET);
  }
}
