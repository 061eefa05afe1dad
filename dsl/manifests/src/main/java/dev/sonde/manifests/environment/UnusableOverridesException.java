package dev.sonde.manifests.environment;

import dev.sonde.manifests.document.Mistake;
import dev.sonde.manifests.document.UnreadableDocumentException;
import java.util.List;

/** A file with overrides is wrong, or does not fit the probes. */
public final class UnusableOverridesException extends UnreadableDocumentException {

  private static final long serialVersionUID = 1;

  UnusableOverridesException(String file, List<Mistake> mistakes) {
    super(file, mistakes);
  }
}
