package dev.sonde.example.servlet;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Greets whoever comes, in English. */
final class GreetingServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  private final transient Greetings greetings;

  GreetingServlet(Greetings greetings) {
    this.greetings = greetings;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("text/plain;charset=utf-8");
    response.getWriter().println(greetings.in("en"));
  }
}
