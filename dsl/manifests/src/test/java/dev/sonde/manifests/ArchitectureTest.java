package dev.sonde.manifests;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.stream.Stream;
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
  void whatIsPublicHandsOutNothingInternal() {
    methods()
        .that()
        .arePublic()
        .and()
        .areDeclaredInClassesThat()
        .resideOutsideOfPackage("..internal..")
        .and()
        .areDeclaredInClassesThat()
        .arePublic()
        .should(haveNothingInternalInTheirSignatures())
        .check(MANIFESTS);
  }

  private static ArchCondition<JavaMethod> haveNothingInternalInTheirSignatures() {
    return new ArchCondition<>("have nothing internal in their signatures") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        Stream.concat(method.getParameterTypes().stream(), Stream.of(method.getReturnType()))
            .flatMap(type -> type.getAllInvolvedRawTypes().stream())
            .filter(type -> type.getPackageName().contains(".internal"))
            .forEach(
                type ->
                    events.add(
                        SimpleConditionEvent.violated(
                            method, method.getFullName() + " hands out " + type.getName())));
      }
    };
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("dev.sonde.manifests.(**)").should().beFreeOfCycles().check(MANIFESTS);
  }
}
