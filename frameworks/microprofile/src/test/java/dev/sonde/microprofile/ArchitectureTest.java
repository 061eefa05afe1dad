package dev.sonde.microprofile;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** The bridge is thin. */
class ArchitectureTest {

  private static final int LARGEST = 100_000;

  private static final JavaClasses SHIPPED =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.sonde.microprofile");

  /** What checks find, and when, is the runtime's alone. */
  @Test
  void holdsNoHealthLogic() {
    noClasses()
        .should()
        .dependOnClassesThat(
            resideInAPackage("dev.sonde.runtime.internal..")
                .or(resideInAPackage("dev.sonde.checks.."))
                .or(nameMatching("java\\.util\\.concurrent\\.(?!Complet).*")))
        .check(SHIPPED);
  }

  @Test
  void knowsNoOtherThanTheSpecifications() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "dev.sonde..",
            "org.jspecify.annotations",
            "jakarta.enterprise..",
            "jakarta.inject",
            "jakarta.servlet..",
            "org.eclipse.microprofile.health..")
        .check(SHIPPED);
  }

  @Test
  void onlyTheServletKnowsServlets() {
    noClasses()
        .that()
        .doNotHaveSimpleName("MicroProfileServlet")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("jakarta.servlet..")
        .check(SHIPPED);
  }

  /** Two on one class path are a matter of chance, and Quarkus refuses to be built with them. */
  @Test
  void bringsNoServiceOfMicroProfiles() {
    assertThat(Path.of("target", "classes", "META-INF", "services")).doesNotExist();
  }

  /** A native image has what calls reach; what is found by name it would have to be told. */
  @Test
  void findsNothingByNameThatANativeImageWouldMiss() {
    noClasses()
        .that()
        .doNotHaveSimpleName("MicroProfileSettings")
        .and()
        .doNotHaveSimpleName("ResponseBuilder")
        .should()
        .callMethodWhere(
            target(owner(assignableTo(Class.class)))
                .and(
                    target(
                        nameMatching(
                            "forName|newInstance|getResource.*"
                                + "|get(Declared)?(Method|Field|Constructor|Classe)s?"))))
        .orShould()
        .dependOnClassesThat(
            nameMatching(
                "java\\.lang\\.(ClassLoader|reflect\\..*|invoke\\..*)"
                    + "|java\\.util\\.(ServiceLoader|ResourceBundle)"))
        .check(SHIPPED);
    // The file of the first is told; services of the second an image finds by itself.
    assertThat(
            Path.of(
                "target",
                "classes",
                "META-INF",
                "native-image",
                "dev.sonde",
                "sonde-microprofile",
                "resource-config.json"))
        .content()
        .contains("\"\\\\QMETA-INF/microprofile-config.properties\\\\E\"");
  }

  /** Setting up the JDK's logging takes longer than all that a start needs with nothing to say. */
  @Test
  void looksTheLogUpWhenThereIsSomethingToSay() {
    noFields().should().haveRawType(System.Logger.class).check(SHIPPED);
  }

  @Test
  void isSmallAsAJar() throws IOException {
    ByteArrayOutputStream jar = new ByteArrayOutputStream();
    try (Stream<Path> files = Files.walk(Path.of("target", "classes"));
        ZipOutputStream zip = new ZipOutputStream(jar)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        zip.putNextEntry(new ZipEntry(file.toString()));
        Files.copy(file, zip);
      }
    }
    assertThat(jar.size()).isBetween(1, LARGEST);
  }
}
