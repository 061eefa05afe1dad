package dev.sonde.lint;

import static dev.sonde.rules.LintRules.PRE_STOP_BEYOND_GRACE;

import dev.sonde.model.ContainerAction;
import dev.sonde.model.Exec;
import dev.sonde.model.Grpc;
import dev.sonde.model.HttpGet;
import dev.sonde.model.LifecycleHook;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.Sleep;
import dev.sonde.model.TcpSocket;
import dev.sonde.rules.FieldPath;
import dev.sonde.rules.Finding;
import dev.sonde.rules.Rule;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

final class PreStopBeyondGrace implements LintRule {

  private static final Pattern SECONDS = Pattern.compile("\\d{1,6}");

  @Override
  public Rule rule() {
    return PRE_STOP_BEYOND_GRACE;
  }

  @Override
  public void check(ContainerView container, Consumer<Finding> found) {
    long wait = sureWait(container);
    if (wait <= 0) {
      return;
    }
    FieldPath hook = container.path().field("lifecycle").field("preStop");
    container
        .gracePeriodSeconds()
        .ifPresent(
            grace -> {
              if (wait >= grace) {
                found.accept(
                    finding(hook, wait, container, "terminationGracePeriodSeconds", grace));
              }
            });
    container
        .probes(ProbeKind.STARTUP, ProbeKind.LIVENESS)
        .forEach(
            probe ->
                probe
                    .probe()
                    .terminationGracePeriodSeconds()
                    .ifPresent(
                        grace -> {
                          if (grace > 0 && wait >= grace) {
                            found.accept(
                                finding(
                                    probe.path().field("terminationGracePeriodSeconds"),
                                    wait,
                                    container,
                                    "terminationGracePeriodSeconds of " + probe.words(),
                                    grace));
                          }
                        }));
  }

  /** The seconds that the preStop hook waits for sure. */
  static long sureWait(ContainerView container) {
    return container
        .spec()
        .preStop()
        .map(LifecycleHook::handlers)
        .filter(handlers -> !handlers.isEmpty())
        .map(handlers -> handlers.get(0).map(new SureWait()))
        .orElse(0L);
  }

  private static Finding finding(
      FieldPath path, long wait, ContainerView container, String what, long grace) {
    return PRE_STOP_BEYOND_GRACE.finding(
        path,
        "the preStop hook of %s waits %d s, and %s is %d: no time is left to stop by itself."
            .formatted(container.words(), wait, what, grace),
        "Wait for less, or raise the grace period.");
  }

  /** How long a hook waits for sure: a sleep, or every plain {@code sleep N} of a command. */
  private static final class SureWait implements ContainerAction.Cases<Long> {

    @Override
    public Long sleep(Sleep sleep) {
      return sleep.seconds();
    }

    @Override
    public Long exec(Exec exec) {
      return new ExecView(exec).lines().stream().mapToLong(PreStopBeyondGrace::sleepOf).sum();
    }

    @Override
    public Long httpGet(HttpGet httpGet) {
      return 0L;
    }

    @Override
    public Long tcpSocket(TcpSocket tcpSocket) {
      return 0L;
    }

    @Override
    public Long grpc(Grpc grpc) {
      return 0L;
    }
  }

  private static long sleepOf(List<String> line) {
    boolean sleeps =
        line.size() == 2
            && ExecView.fileName(line.get(0)).equals("sleep")
            && SECONDS.matcher(line.get(1)).matches();
    return sleeps ? Long.parseLong(line.get(1)) : 0;
  }
}
