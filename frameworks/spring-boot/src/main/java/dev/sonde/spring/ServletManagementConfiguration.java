package dev.sonde.spring;

import jakarta.servlet.Servlet;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;

/** Answers the probes on Actuator's port, in a servlet container. */
@ManagementContextConfiguration(proxyBeanMethods = false)
@ConditionalOnClass(Servlet.class)
@ConditionalOnBean(ServedEndpoints.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public class ServletManagementConfiguration {

  static final String BEAN = "sondeManagementFilter";

  /** Made by Spring. */
  public ServletManagementConfiguration() {}

  @Bean(BEAN)
  FilterRegistrationBean<ProbeFilter> sondeManagementFilter(
      ServedEndpoints served, SondeProperties properties) {
    served.answeredByActuator();
    return ProbeFilter.on(served, properties.serveOn() == ServeOn.MANAGEMENT_PORT);
  }
}
