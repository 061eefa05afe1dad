package com.acme;

import dev.sonde.annotation.*;

@Readiness
@SuppressAdvice(
    reason = "misspelt",
    rule = "liveness-tpc") //! suppress-advice
final class App {
  @SuppressAdvice(rule = "liveness-equals-readiness", reason = "well known")
  boolean fine() {
    return true;
  }

  @SuppressAdvice(
      rule = "port-range", //! suppress-advice
      reason = "not advice")
  void fineToo() {}

  @SuppressAdvice(
      rule = "liveness-tcp",
      reason = " ") //! suppress-advice
  void fineAsWell() {}

  // Of several, javac does not tell the places.
  @SuppressAdvice(rule = "liveness-tcp", reason = "known")
  @SuppressAdvice(rule = "liveness-tpc", reason = "misspelt")
  void twice() {} //! suppress-advice
}
