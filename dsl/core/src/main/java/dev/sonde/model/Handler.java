package dev.sonde.model;

import java.util.function.UnaryOperator;

/** What one attempt of a probe does. */
public sealed interface Handler extends ContainerAction permits Exec, HttpGet, TcpSocket, Grpc {

  /** {@return this handler with Kubernetes' defaults where nothing was written} */
  Handler withDefaults();

  /**
   * {@return this handler with another port, where the port may be a name}
   *
   * @param change makes the other port of the one that is dialled
   */
  default Handler withPort(UnaryOperator<Port> change) {
    return this;
  }

  /**
   * {@return whether an attempt fails while the application's process runs and serves nothing, as
   * in a deadlock} True, except for {@code tcpSocket}: the kernel accepts connections to a port
   * that is listened on, whatever has become of the process. Of {@code exec} it is presumed that
   * the command asks the application.
   */
  default boolean noticesHang() {
    return true;
  }

  /**
   * {@return what the case for this handler makes of it}
   *
   * @param <R> what the cases make
   * @param cases one case for each handler there is
   */
  <R> R map(Handler.Cases<R> cases);

  @Override
  default <R> R map(ContainerAction.Cases<R> cases) {
    return map((Handler.Cases<R>) cases);
  }

  /**
   * A case for each handler there is. A new one does not compile until all have it.
   *
   * @param <R> what the cases make
   */
  interface Cases<R> {

    /**
     * {@return what becomes of a command}
     *
     * @param exec the command
     */
    R exec(Exec exec);

    /**
     * {@return what becomes of an HTTP request}
     *
     * @param httpGet the request
     */
    R httpGet(HttpGet httpGet);

    /**
     * {@return what becomes of a TCP connection}
     *
     * @param tcpSocket the connection
     */
    R tcpSocket(TcpSocket tcpSocket);

    /**
     * {@return what becomes of a gRPC call}
     *
     * @param grpc the call
     */
    R grpc(Grpc grpc);
  }
}
