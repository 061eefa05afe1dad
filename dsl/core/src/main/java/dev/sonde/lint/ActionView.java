package dev.sonde.lint;

import dev.sonde.model.ContainerAction;
import dev.sonde.rules.FieldPath;
import dev.sonde.rules.FindingSubject;

/**
 * Something that a probe or a lifecycle hook does.
 *
 * @param action what it does
 * @param owner the way to the probe or hook
 * @param subject the probe or hook in words
 * @param ofHook whether a hook does it
 */
record ActionView(ContainerAction action, FieldPath owner, FindingSubject subject, boolean ofHook) {

  /** The way to a field of the action. */
  FieldPath field(String name) {
    return owner.field(action.fieldName()).field(name);
  }

  String words() {
    return subject.words();
  }
}
