package dev.sonde.mcp;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final JavaClasses SERVER =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.sonde.mcp");

  @Test
  void toolsRunCommandsAndJudgeNothingThemselves() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.sonde.rules..",
            "dev.sonde.lint..",
            "dev.sonde.manifests.merge..",
            "dev.sonde.manifests.lint..",
            "dev.sonde.kubelet.internal..",
            "dev.sonde.kubelet.live..")
        .check(SERVER);
  }
}
