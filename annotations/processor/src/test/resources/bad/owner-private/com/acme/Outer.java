package com.acme;

import dev.sonde.annotation.*;
import dev.sonde.health.*;

final class Outer {
  private static final class Hidden {
    @Readiness //! owner-private
    boolean fine() {
      return true;
    }

    static final class Within {
      @Readiness //! owner-private
      boolean fine() {
        return true;
      }
    }
  }

  interface Store {
    @Readiness //! owner-private
    boolean open();
  }

  private static final class HiddenStore implements Store {
    @Override
    public boolean open() {
      return true;
    }
  }
}
