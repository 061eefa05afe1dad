package dev.sonde.processor;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.sonde.processor.write.CompilerOutput;
import javax.lang.model.element.Modifier;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final JavaClasses PROCESSOR =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.sonde.processor");

  @Test
  void onlyReadingAndReportingKnowTheLanguageModel() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "dev.sonde.processor.check", "dev.sonde.processor.plan", "dev.sonde.processor.render")
        .should()
        .dependOnClassesThat(
            resideInAPackage("javax.lang.model..")
                .and(com.tngtech.archunit.base.DescribedPredicate.not(type(Modifier.class))))
        .because("JavaPoet takes modifiers; everything else is read into records")
        .check(PROCESSOR);
  }

  @Test
  void onlyRenderingKnowsJavaPoet() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.sonde.processor.render")
        .should()
        .dependOnClassesThat(resideInAPackage("com.squareup.javapoet"))
        .check(PROCESSOR);
  }

  @Test
  void onlyTheEntryAndTheOutputWriteFiles() {
    noClasses()
        .that()
        .doNotBelongToAnyOf(CompilerOutput.class, ProbeCompilation.class)
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("javax.annotation.processing.Filer")
        .check(PROCESSOR);
  }

  @Test
  void needsNothingButTheModelAndJavaPoet() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "dev.sonde.processor..",
            "dev.sonde.compiled",
            "dev.sonde.model",
            "dev.sonde.lint",
            "dev.sonde.rules",
            "dev.sonde.yaml",
            "com.squareup.javapoet",
            "java..",
            "javax..",
            "com.sun.source..",
            "org.jspecify.annotations")
        .check(PROCESSOR);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("dev.sonde.processor.(*)..").should().beFreeOfCycles().check(PROCESSOR);
  }
}
