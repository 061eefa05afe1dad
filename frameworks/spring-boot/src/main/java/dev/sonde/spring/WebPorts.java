package dev.sonde.spring;

import dev.sonde.runtime.HealthEndpoints;
import org.springframework.context.ApplicationContext;

/** What must be so that probes are answered by a web server of Spring's. */
final class WebPorts {

  private static final String MANAGEMENT_PORT = "management.server.port";

  private final ApplicationContext context;
  private final HealthEndpoints endpoints;

  WebPorts(ApplicationContext context, HealthEndpoints endpoints) {
    this.context = context;
    this.endpoints = endpoints;
  }

  /**
   * Requires that the application's own port answers them.
   *
   * @throws IllegalStateException if it cannot
   */
  void requireMain() {
    requireWeb("main-port");
    requireBelow(
        context.containsBean(ServletProbesConfiguration.BEAN)
            ? "server.servlet.context-path"
            : "spring.webflux.base-path");
  }

  /**
   * Requires that Actuator's port answers them.
   *
   * @param answeredByActuator whether Actuator's server has been made, with Sonde's filter
   * @throws IllegalStateException if it cannot
   */
  void requireManagement(boolean answeredByActuator) {
    requireWeb("management-port");
    String port = property(MANAGEMENT_PORT);
    if (port.startsWith("-")) {
      throw new IllegalStateException(
          "sonde.serve-on is management-port, but "
              + MANAGEMENT_PORT
              + " is "
              + port
              + ", which switches it off: nobody would answer the probes. Use main-port or"
              + " own-port.");
    }
    if (!answeredByActuator) {
      throw new IllegalStateException(
          "sonde.serve-on is management-port, but Actuator is not on the class path. Add"
              + " spring-boot-starter-actuator, or use main-port or own-port.");
    }
    String main = property("server.port");
    boolean same =
        port.isEmpty() || (port.equals(main.isEmpty() ? "8080" : main) && !port.equals("0"));
    boolean isHere =
        context.containsBean(ServletManagementConfiguration.BEAN)
            || context.containsBean(ReactiveManagementConfiguration.BEAN);
    if (same != isHere) {
      throw new IllegalStateException(
          "sonde.serve-on is management-port, but "
              + MANAGEMENT_PORT
              + " is \""
              + port
              + "\", and Actuator does not answer there. With ahead-of-time processing, its value"
              + " at build time decides: set the same for both, or use own-port.");
    }
    if (same) {
      requireMain();
    } else {
      requireBelow("management.server.base-path");
    }
  }

  private void requireWeb(String place) {
    if (!context.containsBean(ServletProbesConfiguration.BEAN)
        && !context.containsBean(ReactiveProbesConfiguration.BEAN)) {
      throw new IllegalStateException(
          "sonde.serve-on is " + place + ", but the application has no web server. Use own-port.");
    }
  }

  /** A server that puts a path of its own before all others cannot answer those outside. */
  private void requireBelow(String property) {
    String base = property(property);
    for (String path : endpoints.paths().values()) {
      if (!base.isEmpty() && !path.startsWith(base + "/")) {
        throw new IllegalStateException(
            "A probe asks \""
                + path
                + "\", but "
                + property
                + " is \""
                + base
                + "\": Kubernetes would get 404. Declare the probe's path as \""
                + base
                + path
                + "\", or set sonde.serve-on to own-port.");
      }
    }
  }

  private String property(String name) {
    return context.getEnvironment().getProperty(name, "");
  }
}
