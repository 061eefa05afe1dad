package dev.sonde.spring;

import jakarta.servlet.Servlet;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;

/** Answers the probes on the application's own port, in a servlet container. */
@AutoConfiguration(after = SondeAutoConfiguration.class)
@ConditionalOnClass(Servlet.class)
@ConditionalOnBean(ServedEndpoints.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public class ServletProbesConfiguration {

  static final String BEAN = "sondeFilter";

  /** Made by Spring. */
  public ServletProbesConfiguration() {}

  @Bean(BEAN)
  FilterRegistrationBean<ProbeFilter> sondeFilter(
      ServedEndpoints served, SondeProperties properties) {
    return ProbeFilter.on(served, properties.serveOn() == ServeOn.MAIN_PORT);
  }
}
