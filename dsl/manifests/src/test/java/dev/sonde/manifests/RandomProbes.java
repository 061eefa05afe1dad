package dev.sonde.manifests;

import dev.sonde.model.ContainerPort;
import dev.sonde.model.ContainerRef;
import dev.sonde.model.ContainerRestart;
import dev.sonde.model.Exec;
import dev.sonde.model.Grpc;
import dev.sonde.model.Handler;
import dev.sonde.model.HookHandler;
import dev.sonde.model.HttpGet;
import dev.sonde.model.HttpHeader;
import dev.sonde.model.LifecycleHook;
import dev.sonde.model.Port;
import dev.sonde.model.Probe;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.ProbeSet;
import dev.sonde.model.RestartRule;
import dev.sonde.model.Sleep;
import dev.sonde.model.TcpSocket;
import dev.sonde.model.TerminationTiming;
import dev.sonde.model.WorkloadRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.Supplier;

/** Probes of every shape, legal or not, from a seed. */
public final class RandomProbes {

  private static final List<String> TEXTS =
      List.of(
          "",
          "a",
          "8080",
          "yes",
          "null",
          "~",
          "# no comment",
          "a: b",
          " lead",
          "trail ",
          "ä€😀",
          "two\nlines",
          "tab\there",
          "'",
          "\"",
          "\\",
          "010",
          "1e3",
          "0x1F",
          "[x]",
          "{y}",
          "-",
          "*a",
          "&a",
          "!t",
          "%",
          "@",
          "`",
          "|",
          ">",
          "2001-01-01",
          "12:30:45",
          "<<",
          "=",
          ".inf",
          "\u0001");

  private final Random random;

  public RandomProbes(long seed) {
    random = new Random(seed);
  }

  public ProbeSet set() {
    ProbeSet set =
        ProbeSet.forContainer(
            new ContainerRef(
                maybe(this::text), new WorkloadRef(maybe(this::text), maybe(this::text))));
    for (ContainerPort port : list(() -> new ContainerPort(maybe(this::text), number()))) {
      set = set.with(port);
    }
    for (ProbeKind kind : ProbeKind.values()) {
      if (random.nextBoolean()) {
        set = set.with(kind, probe());
      }
    }
    return set.with(termination()).with(restart());
  }

  private ContainerRestart restart() {
    return new ContainerRestart(maybe(this::text), list(this::restartRule));
  }

  private RestartRule restartRule() {
    List<Integer> codes = list(this::number);
    return new RestartRule(text(), maybe(() -> new RestartRule.ExitCodes(text(), codes)));
  }

  private TerminationTiming termination() {
    Optional<Long> gracePeriod = maybe(random::nextLong);
    return new TerminationTiming(
        maybe(this::hook),
        maybe(this::text),
        gracePeriod.isPresent() ? OptionalLong.of(gracePeriod.get()) : OptionalLong.empty());
  }

  private LifecycleHook hook() {
    List<Supplier<HookHandler>> handlers =
        new ArrayList<>(
            List.of(
                this::exec, this::httpGet, this::tcpSocket, () -> new Sleep(random.nextLong())));
    List<HookHandler> chosen = new ArrayList<>();
    for (int count = random.nextInt(10) == 0 ? random.nextInt(5) : 1; count > 0; count--) {
      chosen.add(handlers.remove(random.nextInt(handlers.size())).get());
    }
    return new LifecycleHook(chosen);
  }

  public Probe probe() {
    Probe.Builder builder = Probe.builder();
    List<Supplier<Handler>> handlers =
        new ArrayList<>(List.of(this::exec, this::httpGet, this::tcpSocket, this::grpc));
    for (int count = random.nextInt(10) == 0 ? random.nextInt(5) : 1; count > 0; count--) {
      builder.handler(handlers.remove(random.nextInt(handlers.size())).get());
    }
    maybe(this::number).ifPresent(builder::initialDelaySeconds);
    maybe(this::number).ifPresent(builder::timeoutSeconds);
    maybe(this::number).ifPresent(builder::periodSeconds);
    maybe(this::number).ifPresent(builder::successThreshold);
    maybe(this::number).ifPresent(builder::failureThreshold);
    maybe(random::nextLong).ifPresent(builder::terminationGracePeriodSeconds);
    return builder.build();
  }

  public String text() {
    return TEXTS.get(random.nextInt(TEXTS.size()));
  }

  private Exec exec() {
    return new Exec(list(this::text));
  }

  private HttpGet httpGet() {
    return new HttpGet(
        maybe(this::text),
        port(),
        maybe(this::text),
        maybe(this::text),
        list(() -> new HttpHeader(text(), text())),
        maybe(this::text));
  }

  private TcpSocket tcpSocket() {
    return new TcpSocket(port(), maybe(this::text));
  }

  private Handler grpc() {
    return new Grpc(number(), maybe(this::text), maybe(this::text));
  }

  private Port port() {
    return random.nextBoolean() ? Port.of(number()) : Port.named(text());
  }

  private int number() {
    return switch (random.nextInt(4)) {
      case 0 -> 0;
      case 1 -> random.nextInt();
      default -> random.nextInt(70_000);
    };
  }

  private <T> Optional<T> maybe(Supplier<T> value) {
    return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
  }

  private <T> List<T> list(Supplier<T> element) {
    List<T> list = new ArrayList<>();
    for (int count = random.nextInt(4); count > 0; count--) {
      list.add(element.get());
    }
    return list;
  }
}
