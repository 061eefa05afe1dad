package dev.sonde.example.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.example.spring.Clinic.Answer;
import dev.sonde.runtime.Check;
import dev.sonde.runtime.HealthEndpoints;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.util.ClassUtils;
import reactor.core.publisher.Mono;

/** Indicators that answer with something else than health, and names that no URL has. */
@Timeout(300)
class OddIndicatorsTest {

  /** The types have moved between the two lines of Spring Boot. */
  private static final boolean BOOT_4 =
      ClassUtils.isPresent("org.springframework.boot.health.contributor.HealthIndicator", null);

  private static final String TYPES =
      "org.springframework.boot." + (BOOT_4 ? "health.contributor." : "actuate.health.");

  static class Odd implements ImportBeanDefinitionRegistrar {
    @Override
    public void registerBeanDefinitions(AnnotationMetadata of, BeanDefinitionRegistry registry) {
      register("nullHealthIndicator", "HealthIndicator", () -> null, registry);
      register("emptyHealthIndicator", "ReactiveHealthIndicator", Mono::empty, registry);
      register("nothingHealthIndicator", "ReactiveHealthIndicator", () -> null, registry);
      register("deepHealthIndicator", "HealthIndicator", Odd::deep, registry);
      register("s p/ü\n%2F?\"HealthIndicator", "HealthIndicator", Odd::unlinked, registry);
      register("sameHealthIndicator", "HealthIndicator", Odd::unlinked, registry);
    }

    private static Object deep() {
      throw new StackOverflowError();
    }

    private static Object unlinked() {
      throw new NoClassDefFoundError("com/acme/Client");
    }

    private static void register(
        String bean, String type, Supplier<Object> answer, BeanDefinitionRegistry registry) {
      registry.registerBeanDefinition(bean, definition(type, answer));
    }

    @SuppressWarnings("unchecked")
    private static RootBeanDefinition definition(String type, Supplier<Object> answer) {
      Class<Object> known = (Class<Object>) ClassUtils.resolveClassName(TYPES + type, null);
      return new RootBeanDefinition(
          known,
          () ->
              Proxy.newProxyInstance(
                  known.getClassLoader(),
                  new Class<?>[] {known},
                  (self, method, arguments) ->
                      switch (method.getName()) {
                        case "equals" -> self == arguments[0];
                        case "hashCode" -> System.identityHashCode(self);
                        case "toString" -> type;
                        default -> answer.get();
                      }));
    }
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  @Import(Odd.class)
  static class Application {
    @Bean
    HealthEndpoints endpoints() {
      Duration second = Duration.ofSeconds(1);
      return HealthEndpoints.builder("clinic", 8090)
          .startup("/startedz", second, List.of())
          .readiness("/readyz", second, List.of(Check.bool("same", () -> true)))
          .build();
    }
  }

  @Test
  void eachIsACheckWithAnAnswerOfItsOwn() throws Exception {
    try (Clinic clinic = Clinic.start(Application.class)) {
      Answer ready = clinic.probe("/readyz?verbose");
      assertThat(ready.status()).isEqualTo(503);
      assertThat(ready.body())
          .contains(
              BOOT_4 ? "[+]null ok" : "[-]null failed",
              "[+]empty ok",
              "[-]nothing failed",
              "[-]deep failed",
              "[-]s p/ü\\n%2F?\" failed",
              "[+]same ok",
              "[-]same-indicator failed",
              "[+]ping ok");
      assertThat(clinic.probe("/readyz/s%20p/%C3%BC%0A%252F%3F%22").body())
          .isEqualTo(
              "{\"status\":\"DOWN\",\"checks\":[{\"name\":\"s p/ü\\n%2F?\\\"\","
                  + "\"status\":\"DOWN\"}]}");
    }
  }
}
