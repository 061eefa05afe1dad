package com.example.snippets;

import dev.sonde.microprofile.MicroProfileHealth;

abstract class Context {
  MicroProfileHealth microProfileHealth;
}
