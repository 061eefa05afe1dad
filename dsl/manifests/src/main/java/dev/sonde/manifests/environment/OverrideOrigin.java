package dev.sonde.manifests.environment;

import dev.sonde.manifests.tree.TextPosition;

/** Where the value of a probe's field comes from. Immutable and safe for use by several threads. */
public sealed interface OverrideOrigin {

  /** The code: an annotation, the fluent DSL or a probe-set document. */
  OverrideOrigin CODE = new Code();

  /** Kubernetes' own default: nobody set the field. */
  OverrideOrigin DEFAULT = new Default();

  /** {@return the origin in running text, such as {@code override prod, overrides.yaml:12}} */
  String text();

  /** The code says it. */
  record Code() implements OverrideOrigin {
    @Override
    public String text() {
      return "code";
    }
  }

  /** Nobody says it. */
  record Default() implements OverrideOrigin {
    @Override
    public String text() {
      return "default";
    }
  }

  /**
   * The configuration of a framework says it, or the framework by itself.
   *
   * @param text the setting and where it is, or what decides without one
   */
  record Configured(String text) implements OverrideOrigin {}

  /**
   * An environment says it, and the code something else or nothing. A field that an environment
   * takes away has this origin too.
   *
   * @param environment such as {@code prod}
   * @param file the file with the overrides
   * @param position where the field is in it
   */
  record Overridden(String environment, String file, TextPosition position)
      implements OverrideOrigin {
    @Override
    public String text() {
      return "override " + environment + ", " + file + ":" + position.line();
    }
  }
}
