package dev.sonde.model;

/**
 * What one attempt of a probe does.
 *
 * <p>The permitted types stand in the order in which the API server looks for them: of several in
 * one probe it validates the first and forbids the others.
 */
public sealed interface Handler extends Action permits Exec, HttpGet, TcpSocket, Grpc {

  /** {@return this handler with Kubernetes' defaults where nothing was written} */
  Handler withDefaults();

  /**
   * {@return whether an attempt fails while the application's process runs and serves nothing, as
   * in a deadlock} True, except for {@code tcpSocket}: the kernel accepts connections to a port
   * that is listened on, whatever has become of the process. Of {@code exec} it is presumed that
   * the command asks the application.
   */
  default boolean noticesHang() {
    return true;
  }
}
