package dev.sonde.adopt;

import dev.sonde.model.Exec;
import dev.sonde.model.Grpc;
import dev.sonde.model.Handler;
import dev.sonde.model.HttpGet;
import dev.sonde.model.HttpHeader;
import dev.sonde.model.Port;
import dev.sonde.model.Probe;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.ProbeSet;
import dev.sonde.model.RestartRule;
import dev.sonde.model.TcpSocket;
import dev.sonde.rules.ProbeRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/** Probes of every shape that Kubernetes accepts, from a seed. */
final class LegalProbes {

  /** What is hard to write in Java, in YAML, or in both. */
  private static final List<String> TEXTS =
      List.of(
          "",
          "a",
          "8080",
          "yes",
          "null",
          "# no",
          "a: b",
          " x ",
          "ä€😀",
          "two\nlines",
          "tab\there",
          "'",
          "\"",
          "\\",
          "\\u0041",
          "$S",
          "$L.x",
          "%s",
          "{0}",
          "*/",
          "/* x",
          "//",
          "\u0001",
          "\u2028",
          "${x}",
          "/bin/sh",
          "-c",
          "curl -f http://x/?a=b&c=d || exit 1");

  private static final List<String> PORTS = List.of("http", "health", "a-1", "x".repeat(15));

  private final Random random;

  LegalProbes(long seed) {
    random = new Random(seed);
  }

  /** At least one probe. */
  ProbeSet set(String container) {
    while (true) {
      ProbeSet set = ProbeSet.forContainer(container);
      for (ProbeKind kind : ProbeKind.values()) {
        if (random.nextBoolean()) {
          set = set.with(kind, probe(kind));
        }
      }
      if (random.nextInt(3) == 0) {
        set = set.stopSignal("SIGINT");
      }
      if (random.nextInt(3) == 0) {
        set = set.restartPolicy("Never", list(0, this::rule).toArray(RestartRule[]::new));
      }
      if (!set.probes().isEmpty() && ProbeRules.validate(set).isEmpty()) {
        return set;
      }
    }
  }

  private RestartRule rule() {
    Integer[] codes = list(0, () -> random.nextInt(256)).toArray(Integer[]::new);
    RestartRule rule =
        random.nextBoolean()
            ? RestartRule.onExitCodes(codes)
            : RestartRule.exceptOnExitCodes(codes);
    return random.nextBoolean() ? rule : rule.restartingAllContainers();
  }

  private Probe probe(ProbeKind kind) {
    Probe.Builder probe = Probe.builder().handler(handler());
    maybe(this::number).ifPresent(probe::initialDelaySeconds);
    maybe(this::number).ifPresent(probe::timeoutSeconds);
    maybe(this::number).ifPresent(probe::periodSeconds);
    maybe(kind.restarts() ? () -> random.nextInt(2) : this::number)
        .ifPresent(probe::successThreshold);
    maybe(this::number).ifPresent(probe::failureThreshold);
    if (kind.restarts()) {
      maybe(() -> random.nextBoolean() ? 1L + random.nextInt(90) : Long.MAX_VALUE)
          .ifPresent(probe::terminationGracePeriodSeconds);
    }
    return probe.build();
  }

  private Handler handler() {
    return switch (random.nextInt(4)) {
      case 0 -> new Exec(list(1, this::text));
      case 1 ->
          random.nextInt(4) == 0
              ? new HttpGet(
                  maybe(this::text),
                  port(),
                  Optional.empty(),
                  maybe(() -> "HTTP"),
                  headers(),
                  Optional.of("HTTP2"))
              : new HttpGet(
                  maybe(this::text),
                  port(),
                  maybe(this::text),
                  maybe(() -> random.nextBoolean() ? "HTTP" : "HTTPS"),
                  headers(),
                  maybe(() -> "HTTP1"));
      case 2 -> new TcpSocket(port(), maybe(this::text));
      default ->
          new Grpc(
              portNumber(),
              maybe(this::text),
              maybe(() -> random.nextBoolean() ? "TLS" : "Plaintext"));
    };
  }

  private List<HttpHeader> headers() {
    return list(0, () -> new HttpHeader("X-" + random.nextInt(9), text()));
  }

  private Port port() {
    return random.nextBoolean()
        ? Port.of(portNumber())
        : Port.named(PORTS.get(random.nextInt(PORTS.size())));
  }

  private int portNumber() {
    return switch (random.nextInt(4)) {
      case 0 -> 8081; // Where generated endpoints are served if nothing else is said.
      case 1 -> 65_535;
      default -> 1 + random.nextInt(65_535);
    };
  }

  private int number() {
    return switch (random.nextInt(4)) {
      case 0 -> 0;
      case 1 -> Integer.MAX_VALUE;
      default -> random.nextInt(12);
    };
  }

  private String text() {
    return TEXTS.get(random.nextInt(TEXTS.size()));
  }

  private <T> Optional<T> maybe(Supplier<T> value) {
    return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
  }

  private <T> List<T> list(int least, Supplier<T> element) {
    List<T> list = new ArrayList<>();
    for (int count = least + random.nextInt(4); count > 0; count--) {
      list.add(element.get());
    }
    return list;
  }
}
