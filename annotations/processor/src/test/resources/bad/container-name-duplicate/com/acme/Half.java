package com.acme;

import dev.sonde.annotation.*;

final class Half {
  @Readiness
  @Container(name = "half", workload = @Workload(kind = "Deployment", name = "a"))
  static final class First {}

  @Readiness
  @Container(name = "half", workload = @Workload(name = "b")) //! container-name-duplicate
  static final class Second {}

  @Readiness
  @Container(name = "half", workload = @Workload(kind = "StatefulSet", name = "a"))
  static final class Third {}
}
