package dev.sonde.rules;

/**
 * What only the processor can judge, because it takes the Java language to see it. What a probe
 * itself may be is judged by {@code dev.sonde.rules}.
 */
public enum JavaRule {
  /** A check can be called as it is and answers in a way that is understood. */
  CHECK_SIGNATURE(
      "check-signature",
      "A check takes no parameter, returns boolean, void, Health, or a CompletionStage, Publisher,"
          + " Mono or Uni of Boolean, Health or Void, and throws nothing beyond Exception."),
  /** A check is not private. */
  CHECK_PRIVATE("check-private", "A check is not private, because generated code calls it."),
  /** A proxy of a bean can be asked. */
  CHECK_FINAL(
      "check-final",
      "A check of a Spring component and its class are not final, because proxies cannot override "
          + "final ones.",
      Severity.WARNING),
  /** A check has an implementation. */
  CHECK_ABSTRACT("check-abstract", "An abstract check has an implementation to call."),
  /** Generated code can reach a check. */
  CHECK_VISIBILITY(
      "check-visibility",
      "A check is public, or compiled here and declared in the package of the class that owns it;"
          + " and it is in a package."),
  /** Generated code can reach the class that owns a check. */
  OWNER_PRIVATE(
      "owner-private", "A class that owns checks is not private, nor within one that is."),
  /** Checks can be told apart. */
  CHECK_NAME_DUPLICATE("check-name-duplicate", "Each check of a probe has a name of its own."),
  /** A check has one name. */
  CHECK_NAME_CONFLICT(
      "check-name-conflict", "Annotations that name one check give it the same name."),
  /** A check's name can be printed. */
  CHECK_NAME("check-name", "A check's name is not blank and has no control characters."),
  /** A framework's check is asked. */
  FOREIGN_CHECK(
      "foreign-check",
      "An annotation for a framework's health check is on a method that asks it, not on its "
          + "class."),
  /** A probe asks something. */
  PROBE_WITHOUT_CHECKS(
      "probe-without-checks",
      "A probe that asks the generated class has checks, or says withoutChecks = true.",
      Severity.WARNING),
  /** A name names something. */
  NAME_WITHOUT_CHECK("name-without-check", "Only a check has a name."),
  /** A parameter has one value. */
  PARAMETER_CONFLICT(
      "parameter-conflict", "Two places that set one parameter of a probe set the same value."),
  /** A port is given in one way. */
  PORT_TWICE("port-twice", "A port has a number or a name, not both."),
  /** A policy can be kept. */
  CHECK_POLICY(
      "check-policy",
      "The numbers of @CheckPolicy are at least 1, and it caches a check or asks it in the "
          + "background, not both."),
  /** What is said of checks is said of some. */
  MARK_WITHOUT_CHECK(
      "mark-without-check", "@External and @CheckPolicy are on checks or their owners."),
  /** A heartbeat can be written and read. */
  HEARTBEAT(
      "heartbeat",
      "A heartbeat's file has an absolute path and at least 1 second between writes, and the probe "
          + "sets no exec."),
  /** The time to start is one. */
  STARTS_WITHIN("starts-within", "startsWithinSeconds is from 1 to 1000000000."),
  /** What is suppressed can be. */
  SUPPRESS_ADVICE("suppress-advice", "@SuppressAdvice names a rule of advice, and gives a reason."),
  /** Somebody asks the checks. */
  CHECKS_UNASKED(
      "checks-unasked",
      "A probe that does not ask the generated endpoint, or says withoutChecks = true, has no"
          + " checks behind it."),
  /** A served path is plain. */
  ENDPOINT_PATH("endpoint-path", "The path of a generated endpoint has no escapes and no blanks."),
  /** An endpoint has a path of its own. */
  ENDPOINT_PATH_TAKEN("endpoint-path-taken", "Each generated endpoint has a path of its own."),
  /** A probe asks the generated endpoint in the way in which it speaks. */
  ENDPOINT_SCHEME(
      "endpoint-scheme",
      "A probe asks the generated endpoint by HTTPS if its @Container says tls, otherwise by "
          + "HTTP."),
  /** A probe asks the generated endpoint in a protocol that it speaks. */
  ENDPOINT_PROTOCOL(
      "endpoint-protocol",
      "A probe does not ask the generated endpoint by HTTP/2: it speaks HTTP/1.1."),
  /** A container's name is legal. */
  CONTAINER_NAME(
      "container-name", "A container's name has 1 to 63 characters of a-z, 0-9 and inner hyphens."),
  /** A container's name is its own. */
  CONTAINER_NAME_DUPLICATE(
      "container-name-duplicate",
      "Containers of one compilation have different names, or are in different workloads."),
  /** Several containers have names. */
  CONTAINER_NAME_MISSING(
      "container-name-missing", "If one compilation has several containers, each has a name."),
  /** The container that is named exists. */
  CONTAINER_UNKNOWN("container-unknown", "A check names an existing container."),
  /** It is clear where something belongs. */
  CONTAINER_UNCLEAR(
      "container-unclear",
      "With several containers, it is clear to which one a check or parameter belongs."),
  /** A container has probes. */
  CONTAINER_EMPTY("container-empty", "A container has at least one probe.", Severity.WARNING),
  /** Checks are asked by an application. */
  LIBRARY(
      "library",
      "Checks of a module without @Container, parameters of a probe or main method wait to be"
          + " included.",
      Severity.INFO),
  /** The times to stop can be kept. */
  SHUTDOWN_TIMES(
      "shutdown-times", "The seconds of @Shutdown are at least 0, and at least 1 to stop."),
  /** What is included has checks. */
  INCLUDE_WITHOUT_CHECKS("include-without-checks", "An included class declares checks."),
  /** The generated constructor is legal. */
  OWNERS_TOO_MANY(
      "owners-too-many",
      "At most 254 objects own the checks of a container, the limit of a constructor."),
  /** Several beans can be told apart. */
  BEAN_NAMES("bean-names", "Several beans of a class need CDI 4, which gives their names."),
  /** The generated class has a name of its own. */
  GENERATED_NAME_TAKEN(
      "generated-name-taken", "No class of yours has the name of a generated class."),
  /** What is not compiled now can be known from what was compiled earlier. */
  COMPILE_EVERYTHING(
      "compile-everything",
      "If javac compiles only some classes, the others and their generated code are still known."),
  /** What was compiled earlier still has its source. */
  SOURCE_MISSING(
      "source-missing",
      "A class that counts only because its class file exists has a source.",
      Severity.WARNING),
  /** The runtime is there. */
  RUNTIME_MISSING(
      "runtime-missing", "The runtime is on the class path if the processor generates endpoints."),
  /** Elements are there in time. */
  GENERATED_TOO_LATE(
      "generated-too-late",
      "Classes with checks that another processor generates do not wait for the endpoints."),
  /** Texts are whole. */
  TEXT_SURROGATE("text-surrogate", "A text in an annotation has no half of a surrogate pair."),
  /** Everything referred to exists. */
  UNRESOLVED_TYPE(
      "unresolved-type",
      "Everything that the declaration of an included check refers " + "to exists."),
  /** What is generated can be written. */
  OUTPUT_UNWRITABLE("output-unwritable", "The compiler can write its output."),
  /** An option has one of its values. */
  OPTION_VALUE("option-value", "An option has one of the values it can have."),
  /** An option exists. */
  OPTION_UNKNOWN("option-unknown", "An option that starts with sonde. exists.", Severity.WARNING),
  /** The processor works. */
  SONDE_DEFECT("sonde-defect", "The processor itself does not fail.");

  @SuppressWarnings("ImmutableEnumChecker") // A record of texts and enums.
  private final Rule rule;

  JavaRule(String id, String summary) {
    this(id, summary, Severity.ERROR);
  }

  JavaRule(String id, String summary, Severity severity) {
    this.rule = new Rule(id, FindingKind.JAVA, severity, summary, "", "Sonde");
  }

  /** {@return the rule in the catalogue} */
  public Rule rule() {
    return rule;
  }

  /** {@return the stable name, such as {@code check-signature}} */
  public String id() {
    return rule.id();
  }

  /** {@return how bad it is} */
  public Severity severity() {
    return rule.severity();
  }
}
