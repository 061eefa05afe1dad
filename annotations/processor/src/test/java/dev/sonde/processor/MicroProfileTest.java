package dev.sonde.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.nio.file.Path;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

/** Beside Sonde's MicroProfile adapter, each check is one of MicroProfile's, too. */
class MicroProfileTest {

  private static final Path SOURCES = Path.of("src", "test", "resources", "microprofile");
  private static final String CHECKS = "com/acme/ShopHealthChecks.java";

  @Test
  void makesACheckOfMicroProfilesOfEachWhoseNameIsKnown() {
    assertThat(generated().get(CHECKS))
        .contains(
            "@Singleton\npublic class ShopHealthChecks implements OwnHealthChecks {",
            "  @Produces\n  @Startup\n  HealthCheck startup1(MicroProfileHealth health) {\n"
                + "    return health.check(EndpointKind.STARTUP, \"shop-loads\");\n",
            "  @Produces\n  @Readiness\n  HealthCheck readiness1(MicroProfileHealth health) {\n"
                + "    return health.check(EndpointKind.READINESS, \"shop-works\");\n")
        .doesNotContain("readiness2", "store-open");
  }

  @Test
  void makesNoneWhereNoContainerBuildsThem() {
    assertThat(generated("-Asonde.inject=none"))
        .containsKey("com/acme/ShopHealth.java")
        .doesNotContainKey(CHECKS);
  }

  private static SortedMap<String, String> generated(Object... options) {
    Compilation compilation = Javac.lenient(options).compile(Sources.of(SOURCES));
    assertThat(compilation.status())
        .as("%s", compilation.errors())
        .isEqualTo(Compilation.Status.SUCCESS);
    return Javac.generated(compilation);
  }
}
