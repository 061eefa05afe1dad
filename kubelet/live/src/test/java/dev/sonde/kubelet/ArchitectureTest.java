package dev.sonde.kubelet;

import static com.tngtech.archunit.base.DescribedPredicate.anyElementThat;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final JavaClasses LIVE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.sonde.kubelet.live", "dev.sonde.kubelet.internal.handler");

  @Test
  void needsTheKubeletTheJdkAndHttp2() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "dev.sonde.kubelet..",
            "dev.sonde.model",
            "dev.sonde.release",
            "java..",
            "javax.net..",
            "org.apache.hc.core5..",
            "org.jspecify..")
        .check(LIVE);
  }

  @Test
  void onlyTheAttemptsKnowTheNetwork() {
    noClasses()
        .that()
        .resideInAPackage("dev.sonde.kubelet.live")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.net..", "javax.net..", "org.apache..")
        .check(LIVE);
  }

  @Test
  void theAttemptsKnowNoPod() {
    noClasses()
        .that()
        .resideInAPackage("..internal.handler")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.sonde.kubelet.live", "..kubelet.event", "..kubelet.sim", "..internal.pod")
        .check(LIVE);
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
        .check(LIVE);
  }
}
