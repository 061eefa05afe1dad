package com.acme;

import dev.sonde.annotation.*;

final class App {
  @Container(
      name = "unknown",
      restartPolicy = "never") //! container-restart-policy
  @Liveness
  static final class Unknown {}

  @Container(
      name = "without-policy",
      restartPolicyRules =
          @RestartRule(exitCodes = 42)) //! container-restart-policy
  @Liveness
  static final class WithoutPolicy {}

  @Container(
      name = "words",
      endpoints = false,
      restartPolicy = "Never",
      restartPolicyRules = {
        @RestartRule(exitCodes = 42),
        @RestartRule(exitCodes = 1, operator = "Only", action = "Reboot") //! restart-policy-rules restart-policy-rules
      })
  @Liveness(exec = @Exec("true"))
  static final class Words {}
}
