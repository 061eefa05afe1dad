package dev.sonde.runtime.internal.http;

import java.util.concurrent.atomic.AtomicBoolean;

/** A request that waits for its answer. Thread-safe. */
public final class HttpExchange {

  private final ClientConnection connection;
  private final RequestHead head;
  private final AtomicBoolean answered = new AtomicBoolean();

  HttpExchange(ClientConnection connection, RequestHead head) {
    this.connection = connection;
    this.head = head;
  }

  /** {@return the method, as it was sent} */
  public String method() {
    return head.method();
  }

  /** {@return the path, as it was sent: percent-encoded} */
  public String path() {
    return head.path();
  }

  /** {@return the query without the question mark, as it was sent; empty when there is none} */
  public String query() {
    return head.query();
  }

  /** {@return the {@code Accept} headers, joined with commas; empty when there are none} */
  public String accept() {
    return head.accept();
  }

  /**
   * Answers, from any thread, without blocking. Does nothing when the client has gone.
   *
   * @param answer what to send
   * @throws IllegalStateException if this exchange was answered before
   */
  public void answer(HttpAnswer answer) {
    if (!answered.compareAndSet(false, true)) {
      throw new IllegalStateException("answered twice: " + head.method() + " " + head.path());
    }
    connection.answer(answer, head.last(), head.body());
  }

  boolean isAnswered() {
    return answered.get();
  }
}
