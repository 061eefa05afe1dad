package com.acme.mail.smtp;

import dev.sonde.annotation.Readiness;

/** Nearer to the mailer's package than to the other's. */
public final class Smtp {

  @Readiness
  public boolean connected() {
    return true;
  }
}
