package com.example.snippets;

import dev.sonde.model.ProbeSet;

abstract class Context {
  ProbeSet probes;
}
