package dev.sonde.runtime.servlet;

import dev.sonde.runtime.HealthEndpoints;
import dev.sonde.runtime.HealthRequest;
import dev.sonde.runtime.HealthResponse;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.GenericServlet;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Answers probes inside a Jakarta Servlet container. Map it to the paths of the probes, and, for
 * {@code /readyz/<check>}, to {@code /readyz/*} too; the container must listen on the port that the
 * manifest asks. Paths are compared whole, context path included, as they are what the manifest
 * says.
 *
 * <p>Where the container lets it, requests are answered asynchronously, so that a check that takes
 * its time holds none of the container's threads. Call {@link HealthEndpoints#stopping} before the
 * container stops.
 */
public final class HealthServlet extends GenericServlet {

  private static final long serialVersionUID = 1L;
  private static final Duration GRACE = Duration.ofMillis(500);

  private final transient HealthEndpoints endpoints;

  /**
   * Makes a servlet.
   *
   * @param endpoints what to serve
   */
  public HealthServlet(HealthEndpoints endpoints) {
    this.endpoints = Objects.requireNonNull(endpoints, "endpoints");
  }

  @Override
  public void service(ServletRequest request, ServletResponse response) throws IOException {
    HealthRequest question = question((HttpServletRequest) request);
    if (!request.isAsyncSupported()) {
      send(endpoints.respond(question), (HttpServletResponse) response);
      return;
    }
    AsyncContext async = request.startAsync();
    async.setTimeout(endpoints.longestWait().plus(GRACE).toMillis());
    Pending pending = new Pending(async);
    async.addListener(pending);
    endpoints.respondLater(question).whenComplete((answer, failure) -> pending.send(answer));
  }

  /** A request that is answered once: with what is found, or when its time is over. */
  private static final class Pending implements AsyncListener {

    private final AsyncContext async;
    private final AtomicBoolean answered = new AtomicBoolean();

    Pending(AsyncContext async) {
      this.async = async;
    }

    void send(@Nullable HealthResponse answer) {
      if (!answered.compareAndSet(false, true)) {
        return;
      }
      try {
        HttpServletResponse response = (HttpServletResponse) async.getResponse();
        if (answer == null) {
          response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        } else {
          HealthServlet.send(answer, response);
        }
      } catch (IOException | RuntimeException gone) {
        // The client has not waited for the answer; there is nobody to tell.
      } finally {
        async.complete();
      }
    }

    @Override
    public void onTimeout(AsyncEvent event) {
      send(null);
    }

    @Override
    public void onError(AsyncEvent event) {
      send(null);
    }

    @Override
    public void onComplete(AsyncEvent event) {}

    @Override
    public void onStartAsync(AsyncEvent event) {}
  }

  private static void send(HealthResponse answer, HttpServletResponse response) throws IOException {
    response.setStatus(answer.status());
    answer.headers().forEach(response::setHeader);
    answer.writeBodyTo(response.getOutputStream());
  }

  private static HealthRequest question(HttpServletRequest request) {
    return new HealthRequest(
        request.getMethod(),
        request.getRequestURI(),
        orEmpty(request.getQueryString()),
        String.join(",", Collections.list(request.getHeaders("Accept"))));
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
