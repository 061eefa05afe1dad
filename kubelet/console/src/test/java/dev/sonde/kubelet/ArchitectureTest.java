package dev.sonde.kubelet;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

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
  void showsWhatOthersDoAndAsksNobodyItself() {
    classes()
        .that()
        .resideInAPackage("..internal.console")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "dev.sonde..",
            "java.io",
            "java.lang..",
            "java.math",
            "java.net",
            "java.nio..",
            "java.time",
            "java.util..",
            "org.jspecify.annotations")
        .check(KUBELET);
  }

  /** What the class path holds is what goals and commands carry for it. */
  @Test
  void carriesNeitherTheReportNorJUnit() {
    classes()
        .should()
        .resideOutsideOfPackages("..internal.report..", "dev.sonde.kubelet.junit")
        .check(KUBELET);
  }
}
