package com.example.snippets;

import io.micrometer.core.instrument.MeterRegistry;

abstract class Context {
  Database database;
  MeterRegistry registry;
}
