package dev.sonde.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sonde.manifests.lint.ManifestLinter;
import dev.sonde.manifests.lint.ManifestText;
import java.lang.management.ManagementFactory;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;

/** Linting 10,000 documents of 30 MB beside the bare event parse of the same bytes, in one run. */
public final class LintRatio {

  private static final int DOCUMENTS = 10_000;
  private static final int VARIABLES = 28;
  private static final int ROUNDS = 6;

  private LintRatio() {}

  /**
   * Prints both CPU times and their ratio for each round; the first rounds warm up.
   *
   * @param args none
   */
  public static void main(String[] args) {
    String text = manifests();
    byte[] bytes = text.getBytes(UTF_8);
    System.out.printf("%,d documents, %,d bytes%n", DOCUMENTS, bytes.length);
    for (int round = 1; round <= ROUNDS; round++) {
      long start = cpuTime();
      long events = events(new String(bytes, UTF_8));
      long parsed = cpuTime();
      int findings =
          ManifestLinter.create()
              .start()
              .add(new ManifestText("big.yaml", bytes))
              .report()
              .findings()
              .size();
      long linted = cpuTime();
      double ratio = (double) (linted - parsed) / (parsed - start);
      System.out.printf(
          "round %d: %,d events in %d ms, %d findings in %d ms, ratio %.2f%n",
          round,
          events,
          (parsed - start) / 1_000_000,
          findings,
          (linted - parsed) / 1_000_000,
          ratio);
    }
  }

  /** Of this thread alone: what else the machine does takes no part in the ratio. */
  private static long cpuTime() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static long events(String text) {
    LoadSettings unlimited = LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();
    long count = 0;
    for (Event event : new Parse(unlimited).parseString(text)) {
      count += event == null ? 0 : 1;
    }
    return count;
  }

  private static String manifests() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < DOCUMENTS; i++) {
      text.append(DEPLOYMENT.replace("NAME", "app-" + i));
      for (int variable = 0; variable < VARIABLES; variable++) {
        text.append("        - name: VAR_").append(variable).append('\n');
        text.append("          value: \"some value of a bit of text, number ");
        text.append(variable).append("\"\n");
      }
    }
    return text.toString();
  }

  private static final String DEPLOYMENT =
      """
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: NAME
        labels: {app: NAME}
      spec:
        replicas: 2
        selector:
          matchLabels: {app: NAME}
        template:
          metadata:
            labels: {app: NAME}
          spec:
            containers:
            - name: NAME
              image: registry.example/team/NAME:1.0   # pinned
              ports:
              - name: health
                containerPort: 8081
              startupProbe:
                httpGet:
                  path: /startedz
                  port: health
                periodSeconds: 2
                failureThreshold: 60
              livenessProbe:
                httpGet:
                  path: /livez
                  port: health
              readinessProbe:
                httpGet:
                  path: /readyz
                  port: health
                periodSeconds: 5
              env:
      """;
}
