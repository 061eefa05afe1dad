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
}
