package com.acme;

import dev.sonde.annotation.*;

final class Between {
  @Readiness //! container-unclear
  boolean fine() {
    return true;
  }
}
