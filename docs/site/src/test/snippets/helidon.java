package com.example.snippets;

import dev.sonde.runtime.ContainerHealth;

abstract class Context {
  ContainerHealth health;
  Server server;

  /** As Helidon's WebServer is. */
  interface Server {
    Server stop();
  }
}
