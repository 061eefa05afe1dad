package com.example.orders;

import dev.sonde.annotation.Readiness;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** Orders that wait for the worker; bounded, so that overload shows instead of piling up. */
final class OrderQueue {

  private final BlockingQueue<String> orders;

  OrderQueue(int capacity) {
    this.orders = new ArrayBlockingQueue<>(capacity);
  }

  /** Takes an order in, unless the queue is full. */
  boolean offer(String order) {
    return orders.offer(order);
  }

  /** Waits for the next order. */
  String take() throws InterruptedException {
    return orders.take();
  }

  int size() {
    return orders.size();
  }

  /** While there is no room, other replicas should get the orders. */
  @Readiness
  boolean hasRoom() {
    return orders.remainingCapacity() > 0;
  }
}
