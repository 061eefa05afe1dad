package dev.sonde.processor.render;

import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.CodeBlock;
import dev.sonde.compiled.JavaLiteral;
import dev.sonde.processor.plan.BridgeClass;
import dev.sonde.processor.plan.EndpointsClass;
import dev.sonde.processor.plan.NamedCheck;
import dev.sonde.processor.plan.OwnerCount;
import dev.sonde.processor.read.CheckDeclaration;
import dev.sonde.processor.read.DeclaredPolicy;
import dev.sonde.processor.read.PlacedValue;
import dev.sonde.processor.read.TypeRef;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Writes the expressions that make checks. */
final class CheckCode {

  /** What stands for one of several objects and its check's name; no parameter is called so. */
  static final String OWNER = "each";

  static final String NAME = "checkName";

  private final EndpointsClass endpoints;
  private final Map<TypeRef, String> parameters;

  /**
   * Prepares for one class.
   *
   * @param parameters the constructor's parameters, by the class whose objects they take
   */
  CheckCode(EndpointsClass endpoints, Map<TypeRef, String> parameters) {
    this.endpoints = endpoints;
    this.parameters = parameters;
  }

  /** Tells whether there is a list of checks, one for each object that there is. */
  boolean isList(NamedCheck named) {
    return endpoints.countFor(named.check()) != OwnerCount.ONE;
  }

  /** {@return the check, or the list of them} */
  CodeBlock of(NamedCheck named) {
    CheckDeclaration check = named.check();
    CodeBlock name = CodeBlock.of("$L", JavaLiteral.of(named.name()));
    if (!isList(named)) {
      return of(check, name, check.method().isStatic() ? "" : parameter(check));
    }
    return CodeBlock.of(
        "$T.each($N, $L,$>$>\n($N, $N) -> $L$<$<)",
        PoetTypes.CHECK,
        parameter(check),
        name,
        NAME,
        OWNER,
        of(check, CodeBlock.of("$N", NAME), OWNER));
  }

  private CodeBlock of(CheckDeclaration check, CodeBlock name, String owner) {
    CodeBlock plain =
        CodeBlock.of(
            "$T.$L($L, $L)$L",
            PoetTypes.CHECK,
            AnswerCode.factory(check.method()),
            name,
            question(check, owner),
            AnswerCode.isCancelled(check.method()) ? ".cancelledWhenLate()" : "");
    Optional<DeclaredPolicy> policy = check.traits().policy();
    return policy.isPresent() ? with(policy.get(), plain) : plain;
  }

  private static CodeBlock with(DeclaredPolicy policy, CodeBlock plain) {
    CodeBlock.Builder code = plain.toBuilder();
    if (!policy.required()) {
      code.add(".optional()");
    }
    addDuration("deadline", DeclaredPolicy.DEADLINE, policy, code);
    addDuration("cachedFor", DeclaredPolicy.CACHED_FOR, policy, code);
    addDuration("every", DeclaredPolicy.EVERY, policy, code);
    PlacedValue<Long> downAfter = policy.numbers().get(DeclaredPolicy.DOWN_AFTER);
    if (downAfter != null) {
      code.add(".downAfter($L)", downAfter.value());
    }
    return code.build();
  }

  private static void addDuration(
      String method, String name, DeclaredPolicy policy, CodeBlock.Builder code) {
    PlacedValue<Long> millis = policy.numbers().get(name);
    if (millis != null) {
      code.add(".$L($T.ofMillis($LL))", method, Duration.class, millis.value());
    }
  }

  private CodeBlock question(CheckDeclaration check, String owner) {
    if (check.ofHealthCheck() && endpoints.canCall(check)) {
      return CodeBlock.of("$N", owner);
    }
    CodeBlock subject = subject(check, owner);
    boolean callsBridge = !endpoints.canCall(check); // which converts the answer
    return callsBridge || !AnswerCode.isConverted(check.method())
        ? CodeBlock.of("$L::$N", subject, check.method().name())
        : CodeBlock.of("() -> $L", AnswerCode.call(check.method(), subject));
  }

  private CodeBlock subject(CheckDeclaration check, String owner) {
    ClassName bridge = PoetTypes.of(BridgeClass.nameOf(check.owner()));
    if (endpoints.canCall(check)) {
      return check.method().isStatic()
          ? CodeBlock.of("$T", PoetTypes.raw(check.owner()))
          : CodeBlock.of("$N", owner);
    } else if (check.method().isStatic()) {
      return CodeBlock.of("$T", bridge);
    }
    return endpoints.canName(check.owner())
        ? CodeBlock.of("new $T($N)", bridge, owner)
        : CodeBlock.of("$N", owner);
  }

  private String parameter(CheckDeclaration check) {
    String name = parameters.get(check.owner());
    if (name == null) {
      throw new IllegalStateException("no parameter for " + check.owner());
    }
    return name;
  }
}
