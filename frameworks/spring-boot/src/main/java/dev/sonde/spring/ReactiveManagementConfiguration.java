package dev.sonde.spring;

import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.web.server.WebFilter;
import reactor.core.publisher.Mono;

/** Answers the probes on Actuator's port, in WebFlux. */
@ManagementContextConfiguration(proxyBeanMethods = false)
@ConditionalOnClass({WebFilter.class, Mono.class})
@ConditionalOnBean(ServedEndpoints.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
public class ReactiveManagementConfiguration {

  static final String BEAN = "sondeManagementWebFilter";

  /** Made by Spring. */
  public ReactiveManagementConfiguration() {}

  @Bean(BEAN)
  ProbeWebFilter sondeManagementWebFilter(ServedEndpoints served, SondeProperties properties) {
    served.answeredByActuator();
    return new ProbeWebFilter(served, properties.serveOn() == ServeOn.MANAGEMENT_PORT);
  }
}
