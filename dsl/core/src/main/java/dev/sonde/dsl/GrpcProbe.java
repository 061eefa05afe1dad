package dev.sonde.dsl;

import dev.sonde.model.Grpc;
import java.util.Optional;

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
    Grpc old = (Grpc) draft().probe().handler().orElseThrow();
    return next(draft().with(new Grpc(old.port(), Optional.of(service))));
  }
}
