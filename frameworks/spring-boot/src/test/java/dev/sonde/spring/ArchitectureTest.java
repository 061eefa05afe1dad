package dev.sonde.spring;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bridge is thin, and holds the two lines of Spring Boot apart. */
class ArchitectureTest {

  private static final int LARGEST = 100_000;

  private static final JavaClasses SHIPPED =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.sonde.spring");

  /** What checks find, and how they count, is the runtime's alone. */
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

  /** A class that names what a line does not have cannot be loaded there. */
  @Test
  void onlyOneClassFolderKnowsTheHealthOfALine() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.sonde.spring.boot3")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                "org.springframework.boot.actuate.health..",
                "org.springframework.boot.actuate.autoconfigure.health..",
                "org.springframework.boot.actuate.availability.."))
        .check(SHIPPED);
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.sonde.spring.boot4")
        .should()
        .dependOnClassesThat(resideInAPackage("org.springframework.boot.health.."))
        .check(SHIPPED);
  }

  /** Between 3.5 and 4 these have moved. */
  @Test
  void usesNothingThatHasMoved() {
    DescribedPredicate<com.tngtech.archunit.core.domain.JavaClass> moved =
        resideInAPackage("org.springframework.boot.web..")
            .and(resideOutsideOfPackage("org.springframework.boot.web.servlet"))
            .or(resideInAPackage("org.springframework.boot.autoconfigure.web.."))
            .or(resideInAPackage("org.springframework.boot.autoconfigure.thread.."));
    noClasses().should().dependOnClassesThat(moved).check(SHIPPED);
  }

  @Test
  void optionalLibrariesAreKnownOnlyWhereTheyAreServed() {
    noClasses()
        .that()
        .haveSimpleNameNotStartingWith("Servlet")
        .and()
        .doNotHaveSimpleName("ProbeFilter")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("jakarta.servlet..")
        .check(SHIPPED);
    noClasses()
        .that()
        .haveSimpleNameNotStartingWith("Reactive")
        .and()
        .doNotHaveSimpleName("ProbeWebFilter")
        .and()
        .haveSimpleNameNotEndingWith("Indicators")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("reactor..", "org.springframework.web..")
        .check(SHIPPED);
  }

  /** A native image has what calls reach; what is found by name it would have to be told. */
  @Test
  void findsNothingByNameThatANativeImageWouldMiss() {
    noClasses()
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
                    + "|java\\.util\\.(ServiceLoader|ResourceBundle)"
                    + "|org\\.springframework\\.util\\.(Class|Reflection)Utils"))
        .check(SHIPPED);
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sonde.enabled",
        "sonde.container",
        "sonde.serve-on",
        "sonde.port",
        "sonde.address",
        "sonde.certificate",
        "sonde.private-key",
        "sonde.drain",
        "sonde.indicators",
        "sonde.contributors",
        "sonde.availability.listen",
        "sonde.availability.publish",
        "sonde.checks"
      })
  void tellsEditorsOfEachPropertyAndThePageOfEachToo(String property) throws IOException {
    String metadata = resource("/META-INF/spring-configuration-metadata.json");
    int at = metadata.indexOf("\"name\": \"" + property + "\"");
    assertThat(at).isNotNegative();
    String entry = metadata.substring(at, metadata.indexOf('}', at));
    assertThat(entry).contains("\"description\": ");
    assertThat(Files.readString(Path.of("..", "..", "docs", "spring-boot.md")))
        .contains("`" + property);
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = SondeProperties.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
