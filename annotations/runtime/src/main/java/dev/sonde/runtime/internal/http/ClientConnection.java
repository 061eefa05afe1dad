package dev.sonde.runtime.internal.http;

import dev.sonde.runtime.http.HttpLimits;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/**
 * One client's connection: reads a head, waits for the answer, sends it, and again. Requests that
 * are pipelined wait in the buffer, which is bounded.
 *
 * <pre>
 *                 a whole head has come             the answer, or none in time
 *   accepted ──► READING ───────────────► HANDLING ───────────────► SENDING
 *                │  ▲ │                                              │ ▲ │
 *                │  │ └── bad, or its rest too late: 4xx ────────────┼─┘ │ last answer,
 *                │  └────────── all sent, and not the last ──────────┘   │ more may come
 *                │                                                       ▼
 *                │ nothing comes: idle, or the end                   LINGERING
 *                ▼                                                       │ the end, or
 *              CLOSED ◄──────────────────────────────────────────────────┘ out of time
 * </pre>
 *
 * <p>SENDING ends in CLOSED at once when the last answer is sent and the client has ended its side.
 * Every state but CLOSED has a time limit ({@link #expire}), and goes to CLOSED when the client is
 * gone.
 *
 * <p>Reading is done by the server's thread alone. An answer is sent by the thread that gives it,
 * so that it need not wait for the server's to wake up.
 */
final class ClientConnection {

  private enum State {
    /** Waits for a head, or the rest of one. */
    READING,
    /** A request is being handled. */
    HANDLING,
    /** An answer is not all sent. */
    SENDING,
    /** The last answer is sent; what still comes is swallowed. */
    LINGERING,
    CLOSED
  }

  private final SocketChannel channel;
  private final ByteTransport transport;
  private final SelectionKey key;
  private final HttpLoop loop;
  private final HeadBuffer input = new HeadBuffer();

  private State state = State.READING; // guarded by this, as are all below
  private long since = System.nanoTime();
  private boolean inputEnded;
  private @Nullable ByteBuffer unsent;
  private boolean last;
  private boolean moreMayCome;

  ClientConnection(
      SocketChannel channel, TransportFactory transports, SelectionKey key, HttpLoop loop) {
    this.channel = channel;
    this.transport = transports.over(channel, () -> loop.attendTo(this));
    this.key = key;
    this.loop = loop;
  }

  /** Does what the channel is ready for, on the server's thread. */
  void ready() {
    try {
      if (key.isWritable()) {
        continueSending();
      }
      if (key.isReadable()) {
        receive();
      }
      proceed();
    } catch (IOException | CancelledKeyException gone) {
      close();
    } catch (Throwable failure) {
      giveUp(failure);
    }
  }

  /** Goes on as the state demands, on the server's thread. */
  void attend() {
    try {
      proceed();
    } catch (IOException | CancelledKeyException gone) {
      close();
    } catch (Throwable failure) {
      giveUp(failure);
    }
  }

  /** Something failed that is not the client's fault: it gets an answer that says so. */
  private synchronized void giveUp(Throwable failure) {
    loop.failed(failure);
    if (state == State.HANDLING || (state == State.READING && !input.isEmpty())) {
      send(HttpAnswer.NONE, true, true);
    } else {
      close();
    }
  }

  /** Sends the answer to the request that is being handled, on any thread. */
  synchronized void answer(HttpAnswer answer, boolean lastOne, boolean unreadBody) {
    if (state == State.HANDLING) { // Else the client has gone, or was told that there is none.
      send(answer, lastOne, unreadBody);
    }
  }

  private void send(HttpAnswer answer, boolean lastOne, boolean unreadBody) {
    last = lastOne;
    moreMayCome = unreadBody;
    try {
      unsent = answer.encode(loop.date(), lastOne);
      enter(State.SENDING);
      send();
    } catch (Throwable gone) {
      close();
    }
    if (state == State.SENDING || !input.isEmpty() || inputEnded) {
      loop.attendTo(this);
    }
  }

  /** Closes, or answers, a client that takes too long. */
  synchronized void expire(long now) {
    HttpLimits limits = loop.limits();
    long allowed =
        switch (state) {
          case READING -> (hasBegun() ? limits.head() : limits.idle()).toNanos();
          case SENDING -> limits.head().toNanos();
          case LINGERING -> limits.linger().toNanos();
          case HANDLING -> loop.patience().toNanos();
          case CLOSED -> Long.MAX_VALUE;
        };
    if (now - since < allowed) {
      return;
    }
    if (state == State.HANDLING) {
      send(HttpAnswer.NONE, true, true);
    } else if (state == State.READING && !input.isEmpty()) {
      refuse(new BadRequestException(408, "The request's head has not come in time."));
    } else {
      close();
    }
  }

  /** {@return since when this can be closed without breaking a promise; empty while answering} */
  synchronized @Nullable Long idleSince() {
    return state == State.READING || state == State.LINGERING ? since : null;
  }

  SocketChannel channel() {
    return channel;
  }

  synchronized boolean isClosed() {
    return state == State.CLOSED;
  }

  synchronized boolean isAnswering() {
    return state == State.HANDLING || state == State.SENDING;
  }

  synchronized void close() {
    if (state == State.CLOSED) {
      return;
    }
    state = State.CLOSED;
    try (channel) {
      transport.leave();
    } catch (Throwable alreadyGone) {
      // Nothing is left to be done for it.
    }
    loop.closed(this);
  }

  private void proceed() throws IOException {
    do {
      takeRequests();
    } while (receiveHeld());
    setInterest();
  }

  private synchronized void continueSending() throws IOException {
    if (state == State.SENDING) {
      send();
    } else {
      transport.flush();
    }
  }

  private void send() throws IOException {
    if (unsent == null || !transport.write(unsent)) {
      return;
    }
    unsent = null;
    if (!last) {
      enter(State.READING);
    } else if (moreMayCome && !inputEnded) {
      transport.endOutput();
      enter(State.LINGERING);
    } else {
      close();
    }
  }

  private synchronized void receive() throws IOException {
    boolean goesOn = hasBegun();
    try {
      if (state == State.LINGERING) {
        swallow();
        return;
      }
      inputEnded = input.fill(transport) < 0;
    } catch (BadRequestException problem) {
      refuse(problem);
    }
    if (!goesOn && state == State.READING && hasBegun()) {
      since = System.nanoTime();
    }
  }

  /** Receives what has come already and had to wait in the transport. */
  private synchronized boolean receiveHeld() throws IOException {
    if (state == State.CLOSED || !hasUseForInput() || !transport.holdsInput()) {
      return false;
    }
    receive();
    return true;
  }

  private void swallow() throws IOException, BadRequestException {
    ByteBuffer rest = ByteBuffer.allocate(4096);
    int count = transport.read(rest);
    if (count < 0) {
      close();
    }
  }

  /** {@return whether something has come, whose rest is now waited for} */
  private boolean hasBegun() {
    return !input.isEmpty() || transport.isMidway();
  }

  private boolean hasUseForInput() {
    return !inputEnded && (state == State.LINGERING || !input.isFull());
  }

  private void takeRequests() {
    for (RequestHead head = nextHead(); head != null; head = nextHead()) {
      loop.handle(new HttpExchange(this, head));
    }
  }

  private synchronized @Nullable RequestHead nextHead() {
    if (state != State.READING) {
      return null;
    }
    try {
      RequestHead head = input.next();
      if (head != null) {
        enter(State.HANDLING);
      } else if (inputEnded) {
        close();
      }
      return head;
    } catch (BadRequestException problem) {
      refuse(problem);
      return null;
    }
  }

  private void refuse(BadRequestException problem) {
    send(HttpAnswer.of(problem), true, true);
  }

  /** Listens for what the state needs; not for input when there is no use or room for it. */
  private synchronized void setInterest() {
    if (state == State.CLOSED || !key.isValid()) {
      return;
    }
    int interest = hasUseForInput() && transport.wantsInput() ? SelectionKey.OP_READ : 0;
    if (state == State.SENDING || transport.holdsOutput()) {
      interest |= SelectionKey.OP_WRITE;
    }
    if (key.interestOps() != interest) {
      key.interestOps(interest);
    }
  }

  private void enter(State next) {
    state = next;
    since = System.nanoTime();
  }
}
