package com.acme;

import dev.sonde.annotation.Container;
import dev.sonde.annotation.Readiness;
import dev.sonde.annotation.SuppressAdvice;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;

@Container(name = "app")
final class App {}

@Component
class Store {
  @Readiness
  boolean open() {
    return true;
  }

  @Readiness //! check-final
  public final boolean fixed() {
    return true;
  }

  @Readiness
  @SuppressAdvice(rule = "check-final", reason = "no aspect covers it")
  final boolean meant() {
    return true;
  }

  @Readiness
  static final boolean nobodys() {
    return true;
  }
}

@Service
final class Closed {
  @Readiness //! check-final
  boolean open() {
    return true;
  }
}

final class NoBean {
  @Readiness
  boolean open() {
    return true;
  }
}
