package dev.sonde.spring;

import dev.sonde.runtime.HealthEndpoints;
import dev.sonde.runtime.HealthRequest;
import dev.sonde.runtime.HealthResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Answers the probes in WebFlux; no thread waits for the checks. The first filter, since probes
 * carry no credentials.
 */
final class ProbeWebFilter implements WebFilter, Ordered {

  private final ServedEndpoints served;
  private final boolean wanted;

  ProbeWebFilter(ServedEndpoints served, boolean wanted) {
    this.served = served;
    this.wanted = wanted;
  }

  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    String path = exchange.getRequest().getPath().value();
    Optional<HealthEndpoints> endpoints = wanted ? served.endpointsAt(path) : Optional.empty();
    if (endpoints.isEmpty()) {
      return chain.filter(exchange);
    }
    HealthRequest question = question(exchange.getRequest(), path);
    return Mono.fromCompletionStage(() -> endpoints.get().respondLater(question))
        .flatMap(answer -> send(answer, exchange.getResponse()));
  }

  private static HealthRequest question(ServerHttpRequest request, String path) {
    String query = request.getURI().getRawQuery();
    // One of the few methods of these headers that Spring 6 and 7 both have with the same types.
    List<String> accept = request.getHeaders().getValuesAsList("Accept");
    return new HealthRequest(
        request.getMethod().name(), path, query == null ? "" : query, String.join(",", accept));
  }

  private static Mono<Void> send(HealthResponse answer, ServerHttpResponse response) {
    response.setStatusCode(HttpStatusCode.valueOf(answer.status()));
    answer.headers().forEach(response.getHeaders()::set);
    return response.writeWith(Mono.just(response.bufferFactory().wrap(answer.body())));
  }
}
