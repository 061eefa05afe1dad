package dev.sonde.spring.boot3;

import dev.sonde.spring.ServedEndpoints;
import dev.sonde.spring.SondeAutoConfiguration;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.health.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.actuate.health.HealthContributor;
import org.springframework.boot.actuate.health.HealthContributorRegistry;
import org.springframework.boot.actuate.health.HealthEndpointGroups;
import org.springframework.boot.actuate.health.HealthEndpointGroupsPostProcessor;
import org.springframework.boot.actuate.health.ReactiveHealthContributor;
import org.springframework.boot.actuate.health.ReactiveHealthContributorRegistry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/** Both directions in Spring Boot 3.5, where the types of health are in Actuator. */
@AutoConfiguration(
    after = SondeAutoConfiguration.class,
    afterName =
        "org.springframework.boot.actuate.autoconfigure.availability"
            + ".AvailabilityProbesAutoConfiguration")
@ConditionalOnClass(name = "org.springframework.boot.actuate.health.HealthContributorRegistry")
@ConditionalOnBean(ServedEndpoints.class)
public class Boot3HealthConfiguration {

  /** Made by Spring. */
  public Boot3HealthConfiguration() {}

  @Bean
  Boot3Indicators sondeIndicators(
      ObjectProvider<HealthContributorRegistry> registry,
      ObjectProvider<ReactiveHealthContributorRegistry> reactive,
      ObjectProvider<Map<String, HealthContributor>> beans,
      ObjectProvider<Map<String, ReactiveHealthContributor>> reactiveBeans,
      ObjectProvider<HealthEndpointGroups> groups) {
    return new Boot3Indicators(registry, reactive, beans, reactiveBeans, groups);
  }

  @Bean
  @ConditionalOnEnabledHealthIndicator("sonde")
  @ConditionalOnProperty(prefix = "sonde", name = "contributors", matchIfMissing = true)
  Boot3Contributors sondeHealthContributor(ServedEndpoints served) {
    return new Boot3Contributors(served);
  }

  @Bean
  @ConditionalOnEnabledHealthIndicator("sonde")
  @ConditionalOnProperty(prefix = "sonde", name = "contributors", matchIfMissing = true)
  static HealthEndpointGroupsPostProcessor sondeHealthGroups() {
    return Boot3Groups::new;
  }
}
