package dev.sonde.processor.read;

/**
 * What the code that is compiled can see of things that generated code may use.
 *
 * @param namedModule whether it is a named module
 * @param runtime whether Sonde's runtime is there
 * @param generated whether {@code javax.annotation.processing.Generated} is there; a named module
 *     need not read {@code java.compiler}
 * @param jakartaInject whether {@code jakarta.inject} is there
 * @param cdi whether the whole of Jakarta's dependency injection is there, with its instances
 * @param beanNames whether its instances tell the names of their beans, as from version 4 on
 * @param spring whether Spring's stereotypes are there
 * @param grpc whether Sonde's gRPC service is there
 * @param microProfile whether Sonde's MicroProfile adapter and MicroProfile's own API are there
 */
public record CompilationSurroundings(
    boolean namedModule,
    boolean runtime,
    boolean generated,
    boolean jakartaInject,
    boolean cdi,
    boolean beanNames,
    boolean spring,
    boolean grpc,
    boolean microProfile) {

  /** Nothing can be seen. */
  static final CompilationSurroundings NONE =
      new CompilationSurroundings(false, false, false, false, false, false, false, false, false);
}
