package dev.sonde.runtime;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final JavaClasses SHIPPED =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.sonde");

  private static final String[] JDK_AND_SONDE = {
    "dev.sonde..",
    "java..",
    "javax.sql",
    "javax.management",
    "javax.net.ssl",
    "javax.security.auth.x500",
    "com.sun.management",
    "jdk.jfr",
    "org.jspecify.annotations"
  };

  @Test
  void needsNothingButTheJdk() {
    classes()
        .that()
        .resideOutsideOfPackages("dev.sonde.runtime.micrometer", "dev.sonde.runtime.servlet")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(JDK_AND_SONDE)
        .check(SHIPPED);
  }

  @Test
  void nothingKnowsTheAdaptersToOptionalLibraries() {
    noClasses()
        .that()
        .resideOutsideOfPackages("dev.sonde.runtime.micrometer", "dev.sonde.runtime.servlet")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.sonde.runtime.micrometer", "dev.sonde.runtime.servlet")
        .check(SHIPPED);
  }

  /** Setting up the JDK's logging takes longer than all that a start needs with nothing to say. */
  @Test
  void looksTheLogUpWhenThereIsSomethingToSay() {
    noFields().should().haveRawType(System.Logger.class).check(SHIPPED);
  }

  /** One class looks up a public method of newer JDKs by a constant name, which an image knows. */
  @Test
  void usesNoReflection() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("dev.sonde.runtime.internal.engine.VirtualThreads")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.lang.reflect..", "java.lang.invoke..")
        .check(SHIPPED);
  }

  @Test
  void theHttpServerKnowsNothingOfHealth() {
    noClasses()
        .that()
        .resideInAPackage("dev.sonde.runtime.internal.http")
        .should()
        .dependOnClassesThat(
            resideInAPackage("dev.sonde..")
                .and(
                    resideOutsideOfPackages(
                        "dev.sonde.runtime.http",
                        "dev.sonde.runtime.internal.http",
                        "dev.sonde.runtime.internal.log")))
        .check(SHIPPED);
  }

  @Test
  void theEngineKnowsNothingOfThoseWhoAskIt() {
    noClasses()
        .that()
        .resideInAPackage("dev.sonde.runtime.internal.engine")
        .should()
        .dependOnClassesThat(
            resideInAPackage("dev.sonde..")
                .and(
                    resideOutsideOfPackages(
                        "dev.sonde.health",
                        "dev.sonde.runtime.answer",
                        "dev.sonde.runtime.internal.engine",
                        "dev.sonde.runtime.internal.log")))
        .check(SHIPPED);
  }

  @Test
  void theLogKnowsNothingOfThoseWhoWriteIt() {
    noClasses()
        .that()
        .resideInAPackage("dev.sonde.runtime.internal.log")
        .should()
        .dependOnClassesThat(
            resideInAPackage("dev.sonde..")
                .and(resideOutsideOfPackage("dev.sonde.runtime.internal.log")))
        .check(SHIPPED);
  }

  @Test
  void checksKnowNothingOfTheRuntime() {
    noClasses()
        .that()
        .resideInAPackage("dev.sonde.checks")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.sonde.runtime..")
        .check(SHIPPED);
  }

  /** All that adapters know is a request, a response, and who turns one into the other. */
  @Test
  void serversHoldNoHealthLogic() {
    noClasses()
        .that()
        .resideInAPackage("dev.sonde.runtime.servlet")
        .or()
        .haveNameMatching("dev.sonde.runtime.HealthServer(Builder)?")
        .should()
        .dependOnClassesThat(
            resideInAPackage("dev.sonde..")
                .and(resideOutsideOfPackage("dev.sonde.runtime.servlet"))
                .and(resideOutsideOfPackage("dev.sonde.runtime.internal.http"))
                .and(resideOutsideOfPackage("dev.sonde.runtime.tls"))
                .and(
                    not(
                        nameMatching(
                            "dev.sonde.runtime.(Health(Endpoints|Request|Response|Server.*)"
                                + "|http.HttpLimits|internal.log.HealthLog|ShutdownHook|StopTimes)"))))
        .check(SHIPPED);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("dev.sonde.(**)").should().beFreeOfCycles().check(SHIPPED);
  }
}
