package dev.sonde.spring;

import dev.sonde.runtime.servlet.HealthServlet;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.core.Ordered;

/**
 * Answers the probes in a servlet container. A filter, since filters are made before the beans that
 * know the paths; and the first one, since probes carry no credentials.
 */
final class ProbeFilter implements Filter {

  private final ServedEndpoints served;

  private ProbeFilter(ServedEndpoints served) {
    this.served = served;
  }

  /** {@return the filter for one port, switched off if the probes are not answered there} */
  static FilterRegistrationBean<ProbeFilter> on(ServedEndpoints served, boolean wanted) {
    FilterRegistrationBean<ProbeFilter> filter =
        new FilterRegistrationBean<>(new ProbeFilter(served));
    filter.setName(SondeContributor.NAME);
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
    filter.setEnabled(wanted);
    return filter;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Optional<HealthServlet> servlet =
        served.endpointsAt(((HttpServletRequest) request).getRequestURI()).map(HealthServlet::new);
    if (servlet.isPresent()) {
      servlet.get().service(request, response);
    } else {
      chain.doFilter(request, response);
    }
  }
}
