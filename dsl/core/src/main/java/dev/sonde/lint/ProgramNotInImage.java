package dev.sonde.lint;

import static dev.sonde.rules.LintRules.PROGRAM_NOT_IN_IMAGE;

import dev.sonde.model.Exec;
import dev.sonde.rules.Finding;
import dev.sonde.rules.FindingWords;
import dev.sonde.rules.Rule;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

final class ProgramNotInImage implements LintRule {

  @Override
  public Rule rule() {
    return PROGRAM_NOT_IN_IMAGE;
  }

  @Override
  public void check(ContainerView container, Consumer<Finding> found) {
    Optional<String> image = container.context().image().filter(BareImage::isOne);
    if (image.isEmpty()) {
      return;
    }
    BareImage bare = new BareImage(image.get());
    for (ActionView view : container.actions()) {
      if (view.action() instanceof Exec exec) {
        programs(exec, bare).stream()
            .filter(bare::lacks)
            .findFirst()
            .ifPresent(program -> found.accept(finding(program, image.get(), view)));
      }
    }
  }

  /** Where a shell is there, it is asked for what it runs. */
  private static Set<String> programs(Exec exec, BareImage image) {
    if (exec.command().isEmpty()) {
      return Set.of();
    }
    String first = exec.command().get(0);
    ExecView command = new ExecView(exec);
    return command.runsInShell() && image.hasShell() ? command.programs() : Set.of(first);
  }

  private static Finding finding(String program, String image, ActionView view) {
    return PROGRAM_NOT_IN_IMAGE.finding(
        view.field("command"),
        "image %s has no %s, which %s runs: %s."
            .formatted(
                FindingWords.quote(image),
                FindingWords.quote(program),
                view.words(),
                view.ofHook()
                    ? "the hook fails every time"
                    : "each try ends in an error, and errors do not count"),
        view.ofHook()
            ? "Use sleep or httpGet, which need no program."
            : "Ask with httpGet, grpc or tcpSocket, which need no program.");
  }
}
