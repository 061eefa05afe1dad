package dev.sonde.spring;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.web.server.WebFilter;
import reactor.core.publisher.Mono;

/** Answers the probes on the application's own port, in WebFlux. */
@AutoConfiguration(after = SondeAutoConfiguration.class)
@ConditionalOnClass({WebFilter.class, Mono.class})
@ConditionalOnBean(ServedEndpoints.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
public class ReactiveProbesConfiguration {

  static final String BEAN = "sondeWebFilter";

  /** Made by Spring. */
  public ReactiveProbesConfiguration() {}

  /** WebFlux shows these on a separate management port as well. */
  @Bean(BEAN)
  ProbeWebFilter sondeWebFilter(ServedEndpoints served, SondeProperties properties) {
    return new ProbeWebFilter(served, properties.serveOn() == ServeOn.MAIN_PORT);
  }
}
