package dev.sonde.micronaut;

import dev.sonde.health.Health;
import dev.sonde.runtime.Check;
import dev.sonde.runtime.HealthEndpoints;
import dev.sonde.runtime.HealthEndpointsBuilder;
import dev.sonde.runtime.answer.EndpointKind;
import io.micronaut.context.BeanContext;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.naming.NameResolver;
import io.micronaut.health.HealthStatus;
import io.micronaut.http.HttpStatus;
import io.micronaut.inject.AdvisedBeanType;
import io.micronaut.inject.BeanDefinition;
import io.micronaut.management.endpoint.health.HealthEndpoint;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Liveness;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import org.reactivestreams.Publisher;

/**
 * Micronaut's health indicators as checks. Those with {@link Liveness} belong to liveness, all
 * others to readiness, as Micronaut asks them.
 *
 * <p>A bean is made when it is first asked, by a thread of that check: one that fails to be made is
 * a check that is down, and one that hangs there hangs alone.
 */
@Singleton
@Requires(classes = HealthIndicator.class)
final class MicronautIndicators implements IndicatorSource {

  private final BeanContext context;
  private final IndicatorAnswer answers;

  MicronautIndicators(
      BeanContext context, BeanProvider<HealthEndpoint.StatusConfiguration> statuses) {
    this.context = context;
    this.answers = new IndicatorAnswer(status -> fails(status, statuses));
  }

  @Override
  public void addTo(HealthEndpoints own, HealthEndpointsBuilder endpoints) {
    Set<String> taken = new HashSet<>();
    for (EndpointKind kind : EndpointKind.values()) {
      taken.addAll(own.checkNames(kind));
    }
    for (Map.Entry<String, BeanDefinition<HealthIndicator>> each : byName(taken).entrySet()) {
      BeanDefinition<HealthIndicator> bean = each.getValue();
      // None is cancelled when late: most block a thread that cancelling does not free.
      endpoints.check(
          bean.hasStereotype(Liveness.class) ? EndpointKind.LIVENESS : EndpointKind.READINESS,
          Check.async(each.getKey(), () -> ask(bean)));
    }
  }

  /** Without Sonde's own, which ask Sonde. */
  private Map<String, BeanDefinition<HealthIndicator>> byName(Set<String> taken) {
    List<BeanDefinition<HealthIndicator>> all =
        new ArrayList<>(context.getBeanDefinitions(HealthIndicator.class));
    all.sort(Comparator.comparing(bean -> bean.getBeanType().getName()));
    Map<String, BeanDefinition<HealthIndicator>> named = new TreeMap<>();
    for (BeanDefinition<HealthIndicator> bean : all) {
      if (!SondeIndicator.class.isAssignableFrom(bean.getBeanType())) {
        named.put(freeName(bean, taken), bean);
      }
    }
    return named;
  }

  private static String freeName(BeanDefinition<HealthIndicator> bean, Set<String> taken) {
    String plain = plainName(bean);
    String name = plain;
    for (int number = 2; !taken.add(name); number++) {
      name = plain + "-" + number;
    }
    return name;
  }

  /**
   * {@return what the indicator is called in Micronaut's configuration, where it is Micronaut's
   * own: its class's name without ending, such as {@code disk-space}; with that of the bean behind
   * it where there is one for each of several}
   */
  private static String plainName(BeanDefinition<HealthIndicator> bean) {
    String name =
        declaredType(bean)
            .getSimpleName()
            .replaceFirst("(?<=.)(Health)?Indicator$", "")
            .replaceAll("([a-z0-9])([A-Z])", "$1-$2")
            .toLowerCase(Locale.ROOT);
    return bean instanceof NameResolver one
        ? one.resolveName().map(own -> name + "-" + own).orElse(name)
        : name;
  }

  /** Around a bean with a scope or advice Micronaut puts a class of its own. */
  private static Class<?> declaredType(BeanDefinition<HealthIndicator> bean) {
    return bean instanceof AdvisedBeanType<?> advised
        ? advised.getInterceptedType()
        : bean.getBeanType();
  }

  private CompletionStage<Health> ask(BeanDefinition<HealthIndicator> bean) {
    Publisher<HealthResult> results = context.getBean(bean).getResult();
    if (results == null) {
      throw new IllegalStateException(bean.getBeanType().getName() + " has answered null.");
    }
    return IndicatorResults.of(results, answers);
  }

  /** As Micronaut's filter sets the status of its own answers. */
  private static boolean fails(
      HealthStatus status, BeanProvider<HealthEndpoint.StatusConfiguration> statuses) {
    HttpStatus http =
        statuses.find(null).map(known -> known.getHttpMapping().get(status.getName())).orElse(null);
    return http == null ? !status.getOperational().orElse(true) : http.getCode() >= 400;
  }
}
