package dev.sonde.runtime.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.health.Health;
import dev.sonde.runtime.Check;
import dev.sonde.runtime.HealthEndpoints;
import dev.sonde.runtime.testing.Eventually;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a container may do to a request that waits; the example runs in a real one. */
class HealthServletTest {

  private final CompletableFuture<Health> answer = new CompletableFuture<>();
  private final HealthServlet servlet =
      new HealthServlet(
          HealthEndpoints.builder("greeter", 8081)
              .readiness(
                  "/readyz", Duration.ofSeconds(30), List.of(Check.async("slow", () -> answer)))
              .build());
  private final AtomicReference<AsyncListener> listener = new AtomicReference<>();
  private final AtomicReference<Long> timeout = new AtomicReference<>();
  private final AtomicInteger status = new AtomicInteger();
  private final AtomicInteger completed = new AtomicInteger();

  @AfterEach
  void leavesNoCheckThatIsLoggedAsLateInALaterTest() {
    answer.complete(Health.up());
  }

  @Test
  void answersWhenTheChecksHave() throws Exception {
    servlet.service(request(), as(HttpServletResponse.class, this::response));
    assertThat(completed).hasValue(0);
    answer.complete(Health.up());

    assertThat(Eventually.awaitAnswer(1, completed::get)).isEqualTo(1);
    assertThat(status).hasValue(200);
  }

  @Test
  void answersOnceWhenTheContainerWaitsNoLonger() throws Exception {
    servlet.service(request(), as(HttpServletResponse.class, this::response));
    assertThat(timeout.get()).isBetween(30_000L, 31_000L);

    listener.get().onTimeout(new AsyncEvent(as(AsyncContext.class, this::async)));
    assertThat(status).hasValue(503);
    assertThat(completed).hasValue(1);

    answer.complete(Health.up());
    listener.get().onError(new AsyncEvent(as(AsyncContext.class, this::async)));
    assertThat(status).hasValue(503);
    assertThat(completed).hasValue(1);
  }

  private HttpServletRequest request() {
    return as(
        HttpServletRequest.class,
        (proxy, method, arguments) ->
            switch (method.getName()) {
              case "getMethod" -> "GET";
              case "getRequestURI" -> "/readyz";
              case "getHeaders" -> Collections.emptyEnumeration();
              case "isAsyncSupported" -> true;
              case "startAsync" -> as(AsyncContext.class, this::async);
              default -> null;
            });
  }

  private Object async(Object proxy, Method method, Object[] arguments) {
    switch (method.getName()) {
      case "setTimeout" -> timeout.set((Long) arguments[0]);
      case "addListener" -> listener.set((AsyncListener) arguments[0]);
      case "complete" -> completed.incrementAndGet();
      case "getResponse" -> {
        return as(HttpServletResponse.class, this::response);
      }
      default -> assertThat(method.getName()).isEqualTo("getRequest");
    }
    return null;
  }

  private Object response(Object proxy, Method method, Object[] arguments) {
    switch (method.getName()) {
      case "setStatus" -> status.set((Integer) arguments[0]);
      case "getOutputStream" -> {
        return new Body();
      }
      default -> assertThat(method.getName()).isEqualTo("setHeader");
    }
    return null;
  }

  private static <T> T as(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static final class Body extends ServletOutputStream {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Override
    public void write(int value) {
      bytes.write(value);
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setWriteListener(WriteListener other) {}
  }
}
