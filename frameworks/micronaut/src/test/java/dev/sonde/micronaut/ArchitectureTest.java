package dev.sonde.micronaut;

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
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bridge is thin. What Micronaut's processor has written beside it has a $ in its name. */
class ArchitectureTest {

  private static final int LARGEST = 100_000;

  private static final JavaClasses SHIPPED =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(location -> !location.contains("$"))
          .importPackages("dev.sonde.micronaut");

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
  void knowsNoOtherThanMicronautAndWhatItIsMadeOf() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "dev.sonde..",
            "org.jspecify.annotations",
            "jakarta.inject",
            "jakarta.annotation",
            "io.micronaut..",
            "org.reactivestreams",
            "reactor.core",
            "reactor.core.publisher")
        .check(SHIPPED);
  }

  /** Without them a server that has no management could not load the others. */
  @Test
  void onlyIndicatorsKnowManagement() {
    List<String> indicators =
        List.of(
            "MicronautIndicators",
            "IndicatorAnswer",
            "IndicatorResults",
            "SondeIndicator",
            "SondeIndicators");
    assertThat(SHIPPED.stream())
        .filteredOn(
            type ->
                type.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> dependency.getTargetClass().getPackageName())
                    .anyMatch(
                        name ->
                            name.startsWith("io.micronaut.management")
                                || name.startsWith("reactor")))
        .extracting(type -> type.getSimpleName())
        .containsExactlyInAnyOrderElementsOf(indicators);
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
                    + "|java\\.util\\.(ServiceLoader|ResourceBundle)"))
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
        "sonde.container",
        "sonde.serve-on",
        "sonde.port",
        "sonde.address",
        "sonde.certificate",
        "sonde.private-key",
        "sonde.drain",
        "sonde.indicators",
        "sonde.checks.*.enabled",
        "sonde.checks.*.probes",
        "sonde.checks.*.required",
        "sonde.checks.*.deadline",
        "sonde.checks.*.cached-for",
        "sonde.checks.*.every",
        "sonde.checks.*.down-after"
      })
  void tellsEditorsOfEachPropertyAndThePageOfEachToo(String property) throws IOException {
    String metadata =
        Files.readString(
            Path.of("target", "classes", "META-INF", "spring-configuration-metadata.json"));
    assertThat(metadata).contains("\"" + property + "\"");
    assertThat(Files.readString(Path.of("..", "..", "docs", "micronaut.md")))
        .containsPattern(
            "`(sonde\\.checks\\.<name>)?"
                + Pattern.quote(property.replace("sonde.checks.*", ""))
                + "`");
  }
}
