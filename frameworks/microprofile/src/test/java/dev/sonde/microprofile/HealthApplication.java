package dev.sonde.microprofile;

import jakarta.enterprise.inject.Any;
import java.io.IOException;
import java.util.List;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;

/** An application in Weld and Jetty, with the adapter and its servlet. */
public final class HealthApplication implements AutoCloseable {

  private final WeldContainer weld;
  private final Server jetty = new Server();
  private final ServerConnector connector = new ServerConnector(jetty);

  private HealthApplication(WeldContainer weld, String contextPath) throws IOException {
    this.weld = weld;
    connector.setHost("localhost");
    jetty.addConnector(connector);
    ServletContextHandler context = new ServletContextHandler(contextPath);
    ServletHolder servlet = new ServletHolder(new MicroProfileServlet(health()));
    context.addServlet(servlet, "/health");
    context.addServlet(servlet, "/health/*");
    jetty.setHandler(context);
    try {
      jetty.start();
    } catch (Exception failure) {
      throw new IOException(failure);
    }
  }

  /** {@return the application, which is up} */
  public static HealthApplication start(ClassLoader resources, List<Class<?>> beans)
      throws IOException {
    return start(resources, beans, "/");
  }

  private static HealthApplication start(
      ClassLoader resources, List<Class<?>> beans, String contextPath) throws IOException {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(resources);
    try {
      WeldContainer weld =
          new Weld()
              .disableDiscovery()
              .addBeanClasses(MicroProfileHealth.class, SondeHealthChecks.class)
              .addBeanClasses(beans.toArray(Class<?>[]::new))
              .initialize();
      return new HealthApplication(weld, contextPath);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  static HealthApplication of(Class<?>... beans) throws IOException {
    return start(HealthApplication.class.getClassLoader(), List.of(beans));
  }

  static HealthApplication below(String contextPath, Class<?>... beans) throws IOException {
    return start(HealthApplication.class.getClassLoader(), List.of(beans), contextPath);
  }

  MicroProfileHealth health() {
    return select(MicroProfileHealth.class);
  }

  <T> T select(Class<T> type) {
    return weld.select(type, Any.Literal.INSTANCE).get();
  }

  WeldContainer weld() {
    return weld;
  }

  MicroProfileAnswer ask(String path) {
    return health().answer(path).toCompletableFuture().join();
  }

  /** {@return the server's port} */
  public int port() {
    return connector.getLocalPort();
  }

  @Override
  public void close() {
    try {
      jetty.stop();
    } catch (Exception failure) {
      throw new IllegalStateException(failure);
    } finally {
      weld.shutdown();
    }
  }
}
