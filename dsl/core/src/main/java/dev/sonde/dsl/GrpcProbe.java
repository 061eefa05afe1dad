package dev.sonde.dsl;

import dev.sonde.model.Grpc;

/** A probe that calls the gRPC health service. */
public final class GrpcProbe extends AnyProbe<GrpcProbe> {

  GrpcProbe(WrittenProbe draft) {
    super(draft);
  }

  @Override
  GrpcProbe next(WrittenProbe draft) {
    return new GrpcProbe(draft);
  }

  /**
   * Sets the service to ask for.
   *
   * @param service the name; Kubernetes' default is the empty one, that is the whole server
   * @return this stage with the new value
   */
  public GrpcProbe service(String service) {
    return with(handler().withService(service));
  }

  /**
   * Sets the mode. Kubernetes knows it from 1.37 on, where the feature gate {@code
   * GRPCContainerProbeTLS} is off by default.
   *
   * @param mode {@code Plaintext} or {@code TLS}; Kubernetes' default is {@code Plaintext}
   * @return this stage with the new value
   */
  public GrpcProbe mode(String mode) {
    return with(handler().withMode(mode));
  }

  /**
   * Calls over TLS. The kubelet does not check the certificate.
   *
   * @return this stage with the new value
   */
  public GrpcProbe tls() {
    return mode(Grpc.TLS);
  }

  private Grpc handler() {
    return (Grpc) draft().probe().handler().orElseThrow();
  }

  private GrpcProbe with(Grpc handler) {
    return next(draft().with(handler));
  }
}
