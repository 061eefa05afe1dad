package com.acme;

import dev.sonde.annotation.*;

final class Stores {
  interface Store {
    @Readiness(name = "store") //! check-name-duplicate
    boolean open();
  }

  record Disk(boolean open) implements Store {}

  record Tape(boolean open) implements Store {}
}
