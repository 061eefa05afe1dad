package dev.sonde.manifests.document;

import java.util.List;

/** A probe-set document is wrong. */
public final class UnreadableProbeSetException extends UnreadableDocumentException {

  private static final long serialVersionUID = 1;

  UnreadableProbeSetException(String file, List<Mistake> mistakes) {
    super(file, mistakes);
  }
}
