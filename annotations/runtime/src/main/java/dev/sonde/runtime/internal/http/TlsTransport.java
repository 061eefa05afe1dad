package dev.sonde.runtime.internal.http;

import dev.sonde.runtime.internal.log.HealthLog;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * TLS over a channel. The engine is not made before a client says hello, and is worked on by one
 * thread at a time: while {@link #busy}, by a worker, else by who holds the connection.
 */
final class TlsTransport implements ByteTransport {

  private static final byte HANDSHAKE = 22;
  private static final int HELLO_SIZE = 1024;
  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  private final SocketChannel channel;
  private final ByteTransport uncoded;
  private final Supplier<SSLEngine> engines;
  private final TlsBuffers buffers;
  private final Executor workers;
  private final Runnable resume;

  private @Nullable SSLEngine engine;
  private @Nullable Throwable failure;
  private ByteBuffer coded = NOTHING; // came, and is yet to be put into the engine
  private ByteBuffer clear = NOTHING; // came out of the engine, and found no room
  private ByteBuffer unsent = NOTHING;
  private boolean established;
  private boolean mayGoOn; // with what is in the engine and in coded
  private boolean isPlain;
  private volatile boolean left;
  private volatile boolean busy; // also hands engine and failure from thread to thread

  TlsTransport(
      SocketChannel channel,
      Supplier<SSLEngine> engines,
      TlsBuffers buffers,
      Executor workers,
      Runnable resume) {
    this.channel = channel;
    this.uncoded = ByteTransport.plain(channel);
    this.engines = engines;
    this.buffers = buffers;
    this.workers = workers;
    this.resume = resume;
  }

  @Override
  public int read(ByteBuffer into) throws IOException, BadRequestException {
    if (isPlain) {
      return uncoded.read(into);
    }
    if (clear.hasRemaining()) {
      return take(clear, into);
    }
    if (busy) {
      return 0;
    }
    if (failure != null) {
      throw new SSLException("the handshake failed", failure);
    }
    return engine == null ? readHello() : readRecords(engine, into);
  }

  @Override
  public boolean write(ByteBuffer from) throws IOException {
    if (isPlain) {
      return uncoded.write(from);
    }
    flush();
    while (from.hasRemaining() && !unsent.hasRemaining()) {
      wrap(from, 1);
    }
    return !from.hasRemaining() && !unsent.hasRemaining();
  }

  @Override
  public void flush() throws IOException {
    if (unsent.hasRemaining()) {
      channel.write(unsent);
    }
    if (!unsent.hasRemaining()) {
      unsent = NOTHING;
    }
  }

  @Override
  public boolean holdsOutput() {
    return unsent.hasRemaining();
  }

  @Override
  public boolean holdsInput() {
    return !busy && !unsent.hasRemaining() && (mayGoOn || clear.hasRemaining());
  }

  @Override
  public boolean isMidway() {
    return coded.hasRemaining() || ((busy || engine != null) && !established);
  }

  @Override
  public boolean wantsInput() {
    return !busy;
  }

  /** Says goodbye; what the client still sends will be swallowed as it comes. */
  @Override
  public void endOutput() throws IOException {
    leave();
    isPlain = true;
    channel.shutdownOutput();
  }

  @Override
  public void leave() throws IOException {
    left = true;
    if (busy || engine == null || isPlain) {
      return;
    }
    engine.closeOutbound();
    while (!engine.isOutboundDone() && !unsent.hasRemaining()) {
      wrap(NOTHING, 1);
    }
  }

  /** Looks what it is that a new client speaks. */
  private int readHello() throws IOException, BadRequestException {
    ByteBuffer hello = buffers.coded(HELLO_SIZE);
    int count = channel.read(hello);
    if (count <= 0) {
      return count;
    }
    hello.flip();
    byte first = hello.get(0);
    if (first == HANDSHAKE) {
      coded = copy(hello);
      letWork(this::makeEngine);
      return 0;
    }
    if (RequestParser.canStart(first)) {
      isPlain = true;
      throw BadRequestException.malformed("This port speaks HTTPS.");
    }
    throw new SSLException("neither TLS nor HTTP");
  }

  /** Puts what has come into the engine until something clear comes out. */
  private int readRecords(SSLEngine tls, ByteBuffer into) throws IOException {
    int record = tls.getSession().getPacketBufferSize();
    ByteBuffer source = buffers.coded(record * 2).put(coded);
    boolean ended = source.position() < record && channel.read(source) < 0;
    source.flip();
    mayGoOn = false;
    int count = advance(tls, source, into);
    coded = copy(source);
    return count == 0 && ended && !mayGoOn ? -1 : count;
  }

  private int advance(SSLEngine tls, ByteBuffer source, ByteBuffer into) throws IOException {
    while (true) {
      switch (tls.getHandshakeStatus()) {
        case NEED_TASK -> {
          refuseRenegotiation();
          letWork(this::runTasks);
          return 0;
        }
        case NEED_WRAP -> {
          wrap(NOTHING, Integer.MAX_VALUE);
          if (unsent.hasRemaining()) {
            mayGoOn = true;
            return 0;
          }
        }
        default -> {
          if (tls.isInboundDone()) {
            return -1;
          }
          established |= tls.getHandshakeStatus() == HandshakeStatus.NOT_HANDSHAKING;
          ByteBuffer target = buffers.clear(tls.getSession().getApplicationBufferSize());
          SSLEngineResult result = tls.unwrap(source, target);
          if (target.flip().hasRemaining()) {
            mayGoOn = source.hasRemaining();
            return take(target, into);
          }
          if (result.bytesConsumed() == 0 && isStuck(tls, result)) {
            return 0;
          }
        }
      }
    }
  }

  /** {@return whether only more bytes help} */
  private static boolean isStuck(SSLEngine tls, SSLEngineResult result) throws SSLException {
    if (result.getStatus() == SSLEngineResult.Status.BUFFER_OVERFLOW) {
      throw new SSLException("a record is too large");
    }
    HandshakeStatus next = tls.getHandshakeStatus();
    return next != HandshakeStatus.NEED_TASK && next != HandshakeStatus.NEED_WRAP;
  }

  /** A client that asks for handshakes over and over costs more than any probe. */
  private void refuseRenegotiation() throws SSLException {
    if (established) {
      throw new SSLException("a connection has one handshake");
    }
  }

  private int take(ByteBuffer from, ByteBuffer into) {
    int count = Math.min(from.remaining(), into.remaining());
    into.put(from.slice().limit(count));
    from.position(from.position() + count);
    clear = copy(from);
    return count;
  }

  /** Sends records, as many as the engine wants to send at once. */
  private void wrap(ByteBuffer from, int most) throws IOException {
    SSLEngine tls = engine;
    if (tls == null) {
      throw new SSLException("nothing can be sent before the handshake");
    }
    int record = tls.getSession().getPacketBufferSize();
    ByteBuffer records = ByteBuffer.allocate(most == 1 ? record : record * 2);
    int count = 0;
    do {
      SSLEngineResult result = tls.wrap(from, records);
      if (result.bytesProduced() == 0) {
        throw new SSLException("nothing more can be sent: " + result.getStatus());
      }
      count++;
    } while (count < most
        && tls.getHandshakeStatus() == HandshakeStatus.NEED_WRAP
        && records.remaining() >= record);
    unsent = records.flip();
    flush();
  }

  private void letWork(Runnable work) {
    busy = true;
    mayGoOn = true;
    workers.execute(
        () -> {
          try {
            if (!left) {
              work.run();
            }
          } catch (Throwable problem) {
            failure = problem;
            HealthLog.warning("A TLS handshake failed.", problem);
          } finally {
            busy = false;
            resume.run();
          }
        });
  }

  private void makeEngine() {
    SSLEngine made = engines.get();
    try {
      made.beginHandshake();
    } catch (SSLException impossible) {
      throw new IllegalStateException(impossible);
    }
    engine = made;
  }

  private void runTasks() {
    SSLEngine tls = engine;
    while (tls != null && !left) {
      Runnable task = tls.getDelegatedTask();
      if (task == null) {
        return;
      }
      task.run();
    }
  }

  private static ByteBuffer copy(ByteBuffer rest) {
    return rest.hasRemaining() ? ByteBuffer.allocate(rest.remaining()).put(rest).flip() : NOTHING;
  }
}
