package com.example.snippets;

import dev.sonde.runtime.ContainerHealth;
import io.grpc.BindableService;

abstract class Context {
  ContainerHealth health;
  BindableService orders;
  BindableService forecasts;
}
