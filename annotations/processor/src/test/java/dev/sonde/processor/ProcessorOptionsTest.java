package dev.sonde.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import dev.sonde.rules.JavaRule;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ProcessorOptionsTest {

  @Test
  void writesDefaultsOnRequest() {
    String yaml =
        Javac.generated(orders("-Asonde.defaults=true")).get("META-INF/sonde/orders.yaml");
    assertThat(yaml)
        .contains(
            """
            livenessProbe:
              httpGet:
                path: /livez
                port: health
                scheme: HTTP
              initialDelaySeconds: 0
              timeoutSeconds: 1
              periodSeconds: 10
              successThreshold: 1
              failureThreshold: 3
            """);
  }

  @Test
  void leavesOutAdviceOnRequest() {
    Compilation compilation =
        Javac.lenient("-Asonde.advice=false")
            .compile(Sources.of(Sources.folder("bad", "advice-warnings")));
    assertThat(compilation.diagnostics()).isEmpty();
  }

  @Test
  @Provokes(JavaRule.OPTION_VALUE)
  void rejectsAValueThatIsNone() {
    Compilation compilation = orders("-Asonde.inject=jakata");
    assertThat(compilation.errors())
        .singleElement()
        .satisfies(
            error ->
                assertThat(error.getMessage(Locale.ROOT))
                    .isEqualTo(
                        "[option-value] option sonde.inject = \"jakata\" is none of auto, none,"
                            + " jakarta, spring. Did you mean \"jakarta\"?"));
  }

  @Test
  void rejectsAnOptionWithoutValue() {
    assertThat(orders("-Asonde.defaults").errors())
        .singleElement()
        .satisfies(
            error ->
                assertThat(error.getMessage(Locale.ROOT))
                    .isEqualTo(
                        "[option-value] option sonde.defaults = \"\" is none of false, true."));
  }

  @Test
  @Provokes(JavaRule.OPTION_UNKNOWN)
  void warnsOfAnOptionThatDoesNotExist() {
    Compilation compilation = orders("-Asonde.default=true");
    assertThat(compilation.status()).isEqualTo(Compilation.Status.SUCCESS);
    assertThat(compilation.warnings())
        .anySatisfy(
            warning ->
                assertThat(warning.getMessage(Locale.ROOT))
                    .isEqualTo(
                        "[option-unknown] there is no option sonde.default; available: sonde.advice,"
                            + " sonde.defaults, sonde.inject. Did you mean \"sonde.defaults\"?"));
  }

  private static Compilation orders(String option) {
    return Javac.lenient(option).compile(Sources.of(Sources.folder("good", "orders")));
  }
}
