package dev.sonde.processor.plan;

import dev.sonde.model.ProbeKind;
import dev.sonde.processor.diagnostic.SourceProblem;
import dev.sonde.processor.read.DeclarationRole;
import dev.sonde.processor.read.ForeignCheck;
import dev.sonde.processor.read.ProbeDeclaration;
import dev.sonde.rules.JavaRule;
import java.util.List;

/** Judges whether a probe that the generated class answers asks what its author thinks it asks. */
final class EmptyProbe {

  private final ProbeKind kind;
  private final List<ProbeDeclaration> declarations;
  private final List<SourceProblem> problems;

  private EmptyProbe(
      ProbeKind kind, List<ProbeDeclaration> declarations, List<SourceProblem> problems) {
    this.kind = kind;
    this.declarations = declarations;
    this.problems = problems;
  }

  /**
   * Judges one probe.
   *
   * @param declarations what is declared of this kind, sorted; at least one
   * @param checks the checks behind it that can be called
   */
  static void judge(
      ProbeKind kind,
      List<ProbeDeclaration> declarations,
      List<NamedCheck> checks,
      List<SourceProblem> problems) {
    EmptyProbe probe = new EmptyProbe(kind, declarations, problems);
    for (ProbeDeclaration declaration : declarations) {
      probe.judgeForeign(declaration);
      probe.judgePurpose(declaration, checks);
    }
    if (!probe.isMeant()) {
      problems.add(probe.withoutChecks());
    }
  }

  private void judgeForeign(ProbeDeclaration declaration) {
    if (!(declaration.role() instanceof DeclarationRole.Parameters parameters)
        || parameters.foreign().isEmpty()
        || declaration.withoutChecks().isPresent()
        || isAskedByMethod(declaration.declaredIn().qualifiedName())) {
      return;
    }
    ForeignCheck foreign = parameters.foreign().get();
    problems.add(
        SourceProblem.of(
            JavaRule.FOREIGN_CHECK,
            declaration.place(),
            declaration.declaredIn()
                + " is a "
                + foreign.type()
                + ", which Sonde does not ask: "
                + declaration.place()
                + " makes no check of it.",
            "Move it to a method that asks: boolean isUp() { return "
                + foreign.question()
                + "; }"));
  }

  private boolean isAskedByMethod(String className) {
    for (ProbeDeclaration other : declarations) {
      if (!other.checks().isEmpty() && other.concerns(className)) {
        return true;
      }
    }
    return false;
  }

  private void judgePurpose(ProbeDeclaration declaration, List<NamedCheck> checks) {
    if (declaration.withoutChecks().isPresent() && !checks.isEmpty()) {
      problems.add(
          SourceProblem.of(
              JavaRule.CHECKS_UNASKED,
              declaration.withoutChecks().get(),
              "withoutChecks = true of "
                  + declaration.place()
                  + " says that the "
                  + kind.word()
                  + " probe asks nothing, but it has these checks: "
                  + NamedCheck.list(checks)
                  + ".",
              "Remove it, or the checks."));
    }
  }

  private boolean isMeant() {
    for (ProbeDeclaration declaration : declarations) {
      if (declaration.withoutChecks().isPresent()
          || !(declaration.role() instanceof DeclarationRole.Parameters)) {
        return true;
      }
    }
    return false;
  }

  private SourceProblem withoutChecks() {
    return SourceProblem.of(
        JavaRule.PROBE_WITHOUT_CHECKS,
        declarations.get(0).place(),
        "the " + kind.word() + " probe asks no check, so it succeeds whatever is wrong.",
        "Annotate a method that looks, or write withoutChecks = true if it is enough that the"
            + " process answers.");
  }
}
