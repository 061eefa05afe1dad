package dev.sonde.processor.read;

import dev.sonde.model.ProbeKind;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Name;
import javax.lang.model.element.QualifiedNameable;
import javax.lang.model.type.TypeKind;

/** The names that are looked for. Text, so that user code is read without loading any of it. */
public final class KnownNames {

  static final String CONTAINER = "dev.sonde.annotation.Container";
  static final String EXTERNAL = "dev.sonde.annotation.External";
  static final String CHECK_POLICY = "dev.sonde.annotation.CheckPolicy";
  static final String SUPPRESS_ADVICE = "dev.sonde.annotation.SuppressAdvice";
  static final String SUPPRESS_ADVICE_ALL = "dev.sonde.annotation.SuppressAdvice.All";
  static final String HEALTH = "dev.sonde.health.Health";
  static final String HEALTH_CHECK = "dev.sonde.health.HealthCheck";

  private static final String STARTUP = "dev.sonde.annotation.Startup";
  private static final String LIVENESS = "dev.sonde.annotation.Liveness";
  private static final String READINESS = "dev.sonde.annotation.Readiness";

  private static final String PACKAGE = "dev.sonde.annotation.";

  private KnownNames() {}

  /** {@return the full names of the annotations that are on classes and methods} */
  public static Set<String> annotations() {
    return Set.of(
        CONTAINER,
        STARTUP,
        LIVENESS,
        READINESS,
        EXTERNAL,
        CHECK_POLICY,
        SUPPRESS_ADVICE,
        SUPPRESS_ADVICE_ALL);
  }

  /** Tells whether an annotation is one of Sonde's own. */
  static boolean isSondes(AnnotationMirror mirror) {
    return mirror.getAnnotationType().getKind() != TypeKind.ERROR
        && nameOf(mirror).toString().startsWith(PACKAGE);
  }

  static boolean isCalledLikeSondes(String simpleName) {
    String name = PACKAGE + simpleName;
    // Where it is repeated, another annotation stands for it; and it declares nothing.
    return annotations().contains(name) && !name.equals(SUPPRESS_ADVICE);
  }

  /** Tells whether an annotation says something of checks, without making any. */
  static boolean isMark(AnnotationMirror mirror) {
    return is(mirror, EXTERNAL) || is(mirror, CHECK_POLICY);
  }

  /** Tells whether it is one of Sonde's annotations. */
  static boolean isOwn(AnnotationMirror mirror) {
    return annotations().contains(nameOf(mirror).toString());
  }

  static boolean is(AnnotationMirror mirror, String name) {
    return nameOf(mirror).contentEquals(name);
  }

  static Optional<ProbeKind> kindOf(AnnotationMirror mirror) {
    Name name = nameOf(mirror);
    if (name.contentEquals(READINESS)) {
      return Optional.of(ProbeKind.READINESS);
    } else if (name.contentEquals(LIVENESS)) {
      return Optional.of(ProbeKind.LIVENESS);
    } else if (name.contentEquals(STARTUP)) {
      return Optional.of(ProbeKind.STARTUP);
    }
    return Optional.empty();
  }

  private static Name nameOf(AnnotationMirror mirror) {
    return ((QualifiedNameable) mirror.getAnnotationType().asElement()).getQualifiedName();
  }
}
