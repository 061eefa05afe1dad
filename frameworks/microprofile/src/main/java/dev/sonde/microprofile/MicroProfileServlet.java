package dev.sonde.microprofile;

import jakarta.servlet.GenericServlet;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * Answers MicroProfile's paths inside a Jakarta Servlet container: map it to {@code /health} and
 * {@code /health/*}. Waits for the checks on the container's thread, by the deadline at the latest.
 */
public final class MicroProfileServlet extends GenericServlet {

  private static final long serialVersionUID = 1L;

  private final transient MicroProfileHealth health;

  /**
   * Makes a servlet.
   *
   * @param health the bean
   */
  public MicroProfileServlet(MicroProfileHealth health) {
    this.health = Objects.requireNonNull(health, "health");
  }

  @Override
  public void service(ServletRequest asked, ServletResponse answered) throws IOException {
    HttpServletRequest request = (HttpServletRequest) asked;
    HttpServletResponse response = (HttpServletResponse) answered;
    if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
      response.setHeader("Allow", "GET, HEAD");
      response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
      return;
    }
    String path = request.getRequestURI().substring(request.getContextPath().length());
    MicroProfileAnswer answer = health.answer(path).toCompletableFuture().join();
    response.setStatus(answer.status());
    response.setContentType(MicroProfileAnswer.CONTENT_TYPE);
    response.setHeader("Cache-Control", "no-store");
    byte[] body = answer.json().getBytes(StandardCharsets.UTF_8);
    response.setContentLength(body.length);
    if (request.getMethod().equals("GET")) {
      response.getOutputStream().write(body);
    }
  }
}
