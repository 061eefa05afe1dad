package dev.sonde.manifests.framework;

/** What a Spring Boot application serves HTTP with. */
enum WebStack {
  SERVLET("servlet"),
  REACTIVE("WebFlux"),
  NONE("no web server"),
  UNKNOWN("servlet or WebFlux");

  private final String text;

  WebStack(String text) {
    this.text = text;
  }

  static WebStack of(Libraries libraries) {
    if (!libraries.known()) {
      return UNKNOWN;
    }
    if (libraries.has("spring-webmvc") || libraries.has("jersey-spring6")) {
      return SERVLET;
    }
    return libraries.has("spring-webflux") ? REACTIVE : NONE;
  }

  String text() {
    return text;
  }
}
