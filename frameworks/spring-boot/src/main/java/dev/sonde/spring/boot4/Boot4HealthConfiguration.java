package dev.sonde.spring.boot4;

import dev.sonde.spring.ServedEndpoints;
import dev.sonde.spring.SondeAutoConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroups;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroupsPostProcessor;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.registry.HealthContributorRegistry;
import org.springframework.boot.health.registry.ReactiveHealthContributorRegistry;
import org.springframework.context.annotation.Bean;

/** Both directions in Spring Boot 4, where the types of health have a module of their own. */
@AutoConfiguration(
    after = SondeAutoConfiguration.class,
    afterName =
        "org.springframework.boot.health.autoconfigure.actuate.endpoint"
            + ".AvailabilityProbesAutoConfiguration")
@ConditionalOnClass(name = "org.springframework.boot.health.registry.HealthContributorRegistry")
@ConditionalOnBean(ServedEndpoints.class)
public class Boot4HealthConfiguration {

  /** Made by Spring. */
  public Boot4HealthConfiguration() {}

  @Bean
  Boot4Indicators sondeIndicators(
      ObjectProvider<HealthContributorRegistry> registry,
      ObjectProvider<ReactiveHealthContributorRegistry> reactive,
      ObjectProvider<HealthEndpointGroups> groups) {
    return new Boot4Indicators(registry, reactive, groups);
  }

  @Bean
  @ConditionalOnEnabledHealthIndicator("sonde")
  @ConditionalOnProperty(prefix = "sonde", name = "contributors", matchIfMissing = true)
  Boot4Contributors sondeHealthContributor(ServedEndpoints served) {
    return new Boot4Contributors(served);
  }

  @Bean
  @ConditionalOnEnabledHealthIndicator("sonde")
  @ConditionalOnProperty(prefix = "sonde", name = "contributors", matchIfMissing = true)
  static HealthEndpointGroupsPostProcessor sondeHealthGroups() {
    return Boot4Groups::new;
  }
}
