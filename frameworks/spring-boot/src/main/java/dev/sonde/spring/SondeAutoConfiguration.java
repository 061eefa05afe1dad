package dev.sonde.spring;

import dev.sonde.runtime.ContainerHealth;
import dev.sonde.runtime.HealthEndpoints;
import dev.sonde.runtime.HealthListener;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** Finds the application's health class among the beans, and answers its probes. */
@AutoConfiguration
@EnableConfigurationProperties(SondeProperties.class)
@ConditionalOnProperty(prefix = "sonde", name = "enabled", matchIfMissing = true)
public class SondeAutoConfiguration {

  /** Made by Spring. */
  public SondeAutoConfiguration() {}

  @Bean
  SpringAvailability sondeAvailability(ApplicationContext context) {
    return new SpringAvailability(context);
  }

  @Bean
  ServedEndpoints sondeEndpoints(
      ObjectProvider<HealthEndpoints> own,
      ObjectProvider<ContainerHealth> generated,
      ObjectProvider<SpringIndicators> indicators,
      ObjectProvider<HealthListener> listeners,
      SondeProperties properties,
      SpringAvailability availability,
      Environment environment) {
    return new ServedEndpoints(
        own, generated, indicators, listeners, properties, availability, environment);
  }

  @Bean
  SondeLifecycle sondeLifecycle(
      ConfigurableApplicationContext context,
      ServedEndpoints served,
      SondeProperties properties,
      SpringAvailability availability) {
    return new SondeLifecycle(context, served, properties, availability);
  }
}
