package com.example.orders;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.lang.reflect.Method;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * A native image holds what can be reached from {@code main} by calls. So nothing here may be
 * reached in another way: then no metadata has to tell the image of it.
 */
class NativeImageTest {

  private static final JavaClasses APPLICATION_AND_SONDE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(location -> !location.contains("kubelet") && !location.contains("dsl"))
          .importPackages("com.example.orders", "dev.sonde");

  private static final Pattern FINDS =
      Pattern.compile(
          "forName|newInstance|getResource.*|get(Declared)?(Method|Field|Constructor|Classe)s?");

  /** One class looks up a public method by a constant name, which an image resolves when built. */
  private static final ArchRule NO_REFLECTION =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("dev.sonde.runtime.internal.engine.VirtualThreads")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.lang.reflect..", "java.lang.invoke..");

  private static final ArchRule NOTHING_BY_NAME =
      noClasses()
          .should()
          .callMethodWhere(describe("something is found by name", NativeImageTest::findsByName))
          .orShould()
          .dependOnClassesThat()
          .haveNameMatching("java\\.util\\.(ServiceLoader|ResourceBundle)");

  private static boolean findsByName(JavaMethodCall call) {
    JavaClass owner = call.getTargetOwner();
    return owner.isAssignableTo(ClassLoader.class)
        || (owner.isEquivalentTo(Class.class) && FINDS.matcher(call.getName()).matches());
  }

  @Test
  void looksAtTheGeneratedClassAndTheRuntime() {
    assertThat(APPLICATION_AND_SONDE.contain("com.example.orders.OrdersApplicationHealth"))
        .isTrue();
    assertThat(APPLICATION_AND_SONDE.contain("dev.sonde.runtime.HealthServer")).isTrue();
  }

  @Test
  void reflectsOnNothingAndMakesNoProxies() {
    NO_REFLECTION.check(APPLICATION_AND_SONDE);
  }

  @Test
  void findsNoClassMemberOrResourceByName() {
    NOTHING_BY_NAME.check(APPLICATION_AND_SONDE);
  }

  @Test
  void wouldNoticeWhoDoes() {
    JavaClasses finding = new ClassFileImporter().importClasses(Finding.class);
    assertThat(NOTHING_BY_NAME.evaluate(finding).getFailureReport().getDetails()).hasSize(3);
    JavaClasses calling = new ClassFileImporter().importClasses(Calling.class);
    assertThat(NO_REFLECTION.evaluate(calling).hasViolation()).isTrue();
  }

  /** Does what an image cannot follow. */
  private static final class Finding {
    static Object find() throws ReflectiveOperationException {
      Class<?> found = Class.forName("com.example.Unseen");
      return found.getMethod("unseen") + "" + ClassLoader.getSystemResource("unseen");
    }
  }

  /** Does that as well, with what was found. */
  private static final class Calling {
    static Object call(Method method) throws ReflectiveOperationException {
      return method.invoke(null);
    }
  }
}
