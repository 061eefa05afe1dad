package dev.sonde.processor.read;

import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Looks what a class can see. */
final class SurroundingsReader {

  private SurroundingsReader() {}

  static CompilationSurroundings read(ProcessingEnvironment environment, TypeElement viewer) {
    Elements elements = environment.getElementUtils();
    ModuleElement module = elements.getModuleOf(viewer);
    return new CompilationSurroundings(
        module != null && !module.isUnnamed(),
        sees("dev.sonde.runtime.HealthEndpoints", elements, module),
        sees("javax.annotation.processing.Generated", elements, module),
        sees("jakarta.inject.Inject", elements, module),
        sees("jakarta.enterprise.inject.Instance", elements, module),
        sees("jakarta.enterprise.inject.Instance.Handle", elements, module),
        sees("org.springframework.stereotype.Component", elements, module),
        sees("dev.sonde.grpc.GrpcHealthService", elements, module),
        sees("dev.sonde.microprofile.OwnHealthChecks", elements, module)
            && sees("org.eclipse.microprofile.health.HealthCheck", elements, module));
  }

  private static boolean sees(String name, Elements elements, ModuleElement module) {
    return (module == null ? elements.getTypeElement(name) : elements.getTypeElement(module, name))
        != null;
  }
}
