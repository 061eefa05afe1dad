package org.elsewhere;

import dev.sonde.annotation.*;

public final class Orphan {
  @Readiness //! container-unclear
  public boolean fine() {
    return true;
  }
}
