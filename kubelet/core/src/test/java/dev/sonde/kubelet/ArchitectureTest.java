package dev.sonde.kubelet;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
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
  void packagesHaveNoCycles() {
    slices().matching("dev.sonde.kubelet.(*)..").should().beFreeOfCycles().check(KUBELET);
  }

  @Test
  void theStateMachineKnowsNoRealTimeAndNoNetwork() {
    noClasses()
        .that()
        .resideInAnyPackage("..kubelet.prober..", "..kubelet.pod..", "..kubelet.event..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.net..", "java.util.concurrent..", "..handler..", "..live..")
        .check(KUBELET);
  }
}
