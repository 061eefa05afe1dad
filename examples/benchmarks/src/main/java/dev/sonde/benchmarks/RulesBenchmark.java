package dev.sonde.benchmarks;

import static dev.sonde.dsl.Probes.httpGet;
import static dev.sonde.dsl.Probes.minutes;
import static dev.sonde.dsl.Probes.seconds;
import static dev.sonde.dsl.Probes.tcpSocket;

import dev.sonde.lint.ApplicationFacts;
import dev.sonde.lint.ProbeLint;
import dev.sonde.model.ContainerPort;
import dev.sonde.model.ProbeSet;
import dev.sonde.rules.Findings;
import dev.sonde.rules.ProbeRules;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Judging one container with all three probes, after it has been read. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class RulesBenchmark {

  private final ProbeSet probes =
      ProbeSet.forContainer("orders")
          .with(new ContainerPort(Optional.of("health"), 8081))
          .startup(httpGet("/startedz").port("health").every(seconds(2)).startsWithin(minutes(2)))
          .liveness(httpGet("/livez").port("health").every(seconds(10)))
          .readiness(tcpSocket(8080).initialDelay(seconds(5)).every(seconds(10)));

  /** {@return the API server's verdict} */
  @Benchmark
  public Findings apiServer() {
    return ProbeRules.validate(probes);
  }

  /** {@return the verdict and all advice} */
  @Benchmark
  public Findings apiServerAndAdvice() {
    return ProbeRules.validate(probes).and(ProbeLint.check(probes, ApplicationFacts.UNKNOWN));
  }
}
