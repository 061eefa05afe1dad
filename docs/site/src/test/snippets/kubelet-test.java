package com.example.snippets;

import dev.sonde.kubelet.junit.FaultyServer;
import dev.sonde.kubelet.junit.Kubelet;

abstract class Context {
  static final FaultyServer DATABASE = FaultyServer.inFrontOf("localhost", 5432, 15432);
  Kubelet kubelet;

  static final class OrdersKubeletTest {}
}
