package dev.sonde.processor.check;

import dev.sonde.processor.diagnostic.SourcePlace;
import dev.sonde.processor.diagnostic.SourceProblem;
import dev.sonde.processor.read.Accessibility;
import dev.sonde.processor.read.CheckAnswer;
import dev.sonde.processor.read.CheckCarrier;
import dev.sonde.processor.read.CheckDeclaration;
import dev.sonde.processor.read.CheckMethod;
import dev.sonde.processor.read.DeclarationRole;
import dev.sonde.processor.read.ForeignCheck;
import dev.sonde.processor.read.ProbeDeclaration;
import dev.sonde.rules.JavaRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Judges whether checks can be called. */
public final class CheckRules {

  private CheckRules() {}

  /**
   * {@return what is wrong with the checks of a declaration}
   *
   * @param declaration the declaration
   */
  public static List<SourceProblem> judge(ProbeDeclaration declaration) {
    List<SourceProblem> problems = new ArrayList<>();
    if (declaration.role() instanceof DeclarationRole.Unimplemented unimplemented) {
      problems.add(
          SourceProblem.of(
              JavaRule.CHECK_ABSTRACT,
              declaration.place(),
              unimplemented.method() + " is abstract without an implementation to call.",
              "Implement it in a class of this compilation, or move the annotation to the"
                  + " implementation."));
    }
    for (CheckDeclaration check : declaration.checks()) {
      problems.addAll(judge(check, declaration.place()));
    }
    judgeName(declaration, problems);
    return problems;
  }

  /**
   * {@return what is wrong with a check itself}
   *
   * @param check the check
   * @param place where it is declared
   */
  public static List<SourceProblem> judge(CheckDeclaration check, SourcePlace place) {
    List<SourceProblem> problems = new ArrayList<>();
    judgeSignature(check, place, problems);
    judgeReach(check, place, problems);
    return problems;
  }

  private static void judgeSignature(
      CheckDeclaration check, SourcePlace place, List<SourceProblem> problems) {
    CheckMethod method = check.method();
    List<String> wrong = new ArrayList<>();
    if (method.parameters() > 0) {
      wrong.add("takes " + count(method.parameters(), "parameter"));
    }
    if (method.answer() == CheckAnswer.OTHER) {
      wrong.add("returns " + method.returns());
    }
    if (method.throwsTooMuch().isPresent()) {
      wrong.add("throws " + method.throwsTooMuch().get());
    }
    if (method.lacksLibrary()) {
      wrong.add("needs a library that is not on the class path");
    }
    if (!wrong.isEmpty()) {
      problems.add(
          SourceProblem.of(
              JavaRule.CHECK_SIGNATURE,
              place,
              name(check) + "() " + String.join(" and ", wrong) + ".",
              remedy(method)));
    }
  }

  private static String remedy(CheckMethod method) {
    if (method.lacksLibrary()) {
      return "Add " + method.carrier().library() + ", by which generated code calls it.";
    } else if (method.carrier() == CheckCarrier.SUSPENSION && method.parameters() == 0) {
      return "A suspend function that is a check answers Boolean, Health or Unit, and has no"
          + " @Throws of an Exception that Java would have to declare.";
    }
    Optional<String> question = ForeignCheck.questionTo(method.name(), method.returns());
    return question.isPresent()
        ? "Annotate another method, which returns boolean: return " + question.get() + ";"
        : "A check takes nothing, returns boolean, void, Health, or a CompletionStage, Publisher,"
            + " Mono or Uni of Boolean, Health or Void, and throws at most Exception.";
  }

  private static void judgeReach(
      CheckDeclaration check, SourcePlace place, List<SourceProblem> problems) {
    if (check.owner().reach() == Accessibility.NOWHERE) {
      problems.add(
          SourceProblem.of(
              JavaRule.OWNER_PRIVATE,
              place,
              check.owner().nestedName()
                  + ", which owns the check "
                  + check.method().name()
                  + "(), is private, or lies within a private class.",
              "Make it visible at least in its package."));
    }
    if (check.method().reach() == Accessibility.NOWHERE) {
      problems.add(
          SourceProblem.of(
              JavaRule.CHECK_PRIVATE,
              place,
              name(check) + "() is private, so generated code cannot call it.",
              "Make it visible at least in its package."));
    } else if (check.method().reach() == Accessibility.PACKAGE
        && !check.method().declaredInPackage().equals(check.owner().packageName())) {
      problems.add(
          SourceProblem.of(
              JavaRule.CHECK_VISIBILITY,
              place,
              name(check)
                  + "() is inherited from package "
                  + check.method().declaredInPackage()
                  + " and is not public, so generated code cannot call it.",
              "Make it public."));
    }
  }

  private static void judgeName(ProbeDeclaration declaration, List<SourceProblem> problems) {
    if (declaration.name().isEmpty()) {
      return;
    }
    String name = declaration.name().get().value();
    SourcePlace place = declaration.name().get().place();
    if (declaration.role() instanceof DeclarationRole.Parameters) {
      problems.add(
          SourceProblem.of(
              JavaRule.NAME_WITHOUT_CHECK,
              place,
              "name = \"" + name + "\" of " + place + " names no check: it only sets parameters.",
              "Remove it, or implement HealthCheck."));
    } else if (name.isBlank() || hasControlCharacter(name)) {
      problems.add(
          SourceProblem.of(
              JavaRule.CHECK_NAME,
              place,
              "the check name of " + place + " is blank or has control characters.",
              "Write a short name such as \"database\"."));
    }
  }

  private static boolean hasControlCharacter(String name) {
    for (int index = 0; index < name.length(); index++) {
      if (Character.isISOControl(name.charAt(index))) {
        return true;
      }
    }
    return false;
  }

  private static String name(CheckDeclaration check) {
    return check.owner().nestedName() + "." + check.method().name();
  }

  private static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
