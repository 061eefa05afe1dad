package dev.sonde.example.servlet;

import dev.sonde.annotation.Container;
import dev.sonde.annotation.Startup;
import dev.sonde.checks.DeadlockCheck;
import dev.sonde.runtime.HealthEndpoints;
import dev.sonde.runtime.servlet.HealthServlet;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** One port for everything: the application's own requests and its probes. */
@Container(name = "greeter", port = 8080, include = DeadlockCheck.class)
@Startup(periodSeconds = 2, failureThreshold = 30)
public final class GreeterApplication {

  private final HealthEndpoints endpoints;
  private final Server jetty = new Server();
  private final ServerConnector connector = new ServerConnector(jetty);

  GreeterApplication(Greetings greetings, int port) {
    endpoints = new GreeterApplicationHealth(new DeadlockCheck(), greetings).endpoints();
    connector.setPort(port);
    jetty.addConnector(connector);
    ServletContextHandler context = new ServletContextHandler("/");
    ServletHolder health = new ServletHolder(new HealthServlet(endpoints));
    health.setAsyncSupported(true);
    for (String path : new String[] {"/startedz", "/livez", "/readyz", "/readyz/*"}) {
      context.addServlet(health, path);
    }
    context.addServlet(new ServletHolder(new GreetingServlet(greetings)), "/");
    jetty.setHandler(context);
  }

  /**
   * Serves until it is told to end.
   *
   * @param arguments none
   * @throws Exception if the port is taken
   */
  public static void main(String[] arguments) throws Exception {
    Greetings greetings = new Greetings();
    GreeterApplication application =
        new GreeterApplication(greetings, GreeterApplicationHealth.PORT);
    application.start();
    greetings.load();
    application.jetty.join();
  }

  void start() throws Exception {
    jetty.start();
    Runtime.getRuntime().addShutdownHook(new Thread(endpoints::stopping));
  }

  int port() {
    return connector.getLocalPort();
  }

  HealthEndpoints endpoints() {
    return endpoints;
  }

  void stop() throws Exception {
    jetty.stop();
  }
}
