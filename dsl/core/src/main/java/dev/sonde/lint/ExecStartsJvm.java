package dev.sonde.lint;

import static dev.sonde.rules.LintRules.EXEC_STARTS_JVM;

import dev.sonde.model.Exec;
import dev.sonde.rules.Finding;
import dev.sonde.rules.FindingWords;
import dev.sonde.rules.Rule;
import java.util.Set;
import java.util.function.Consumer;

final class ExecStartsJvm implements LintRule {

  private static final Set<String> JVM_PROGRAMS =
      Set.of("java", "jcmd", "jps", "jstack", "jmap", "jshell", "jstat");

  @Override
  public Rule rule() {
    return EXEC_STARTS_JVM;
  }

  @Override
  public void check(ContainerView container, Consumer<Finding> found) {
    for (ProbeView probe : container.probes()) {
      if (probe.handler() instanceof Exec exec) {
        new ExecView(exec)
            .lines().stream()
                .map(line -> line.get(0))
                .filter(program -> JVM_PROGRAMS.contains(ExecView.fileName(program)))
                .findFirst()
                .ifPresent(program -> found.accept(finding(program, probe)));
      }
    }
  }

  private static Finding finding(String program, ProbeView probe) {
    return EXEC_STARTS_JVM.finding(
        probe.handlerPath("command"),
        "the command of %s starts a JVM every %d s: %s."
            .formatted(probe.words(), probe.timing().periodSeconds(), FindingWords.quote(program)),
        "Ask an endpoint with httpGet, or let the application touch a file that a small program"
            + " looks at.");
  }
}
