package dev.sonde.microprofile;

import dev.sonde.health.Health;
import dev.sonde.runtime.Check;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.jspecify.annotations.Nullable;

/** A health check that the application has as a bean, as a check of Sonde's. Thread-safe. */
final class BeanCheck {

  private final Instance.Handle<HealthCheck> handle;
  private final String className;
  private volatile String responseName;

  BeanCheck(Instance.Handle<HealthCheck> handle) {
    this.handle = handle;
    this.className = handle.getBean().getBeanClass().getName();
    this.responseName = className;
  }

  /** {@return the bean's name, or what its class is called, in the form of Sonde's names} */
  String plainName() {
    Bean<HealthCheck> bean = handle.getBean();
    return bean.getName() != null
        ? bean.getName()
        : bean.getBeanClass()
            .getSimpleName()
            .replaceAll("([a-z0-9])([A-Z])", "$1-$2")
            .toLowerCase(Locale.ROOT);
  }

  /** {@return what the check calls itself in its answers; its class, when the last was none} */
  String responseName() {
    return responseName;
  }

  Check named(String name) {
    return Check.health(name, this::ask);
  }

  /**
   * Makes the bean's object, so that the time that takes is not the first probe's. What fails here
   * fails again when the check is asked, and is reported then.
   */
  void prepare(BeanManager beans) {
    Bean<HealthCheck> bean = handle.getBean();
    try {
      handle.get();
      if (beans.isNormalScope(bean.getScope())) {
        beans.getContext(bean.getScope()).get(bean, beans.createCreationalContext(bean));
      }
    } catch (RuntimeException | LinkageError toldLater) {
      responseName = className;
    }
  }

  /** Gives back what is this check's alone; all else is the container's to end. */
  void close() {
    if (handle.getBean().getScope() == Dependent.class) {
      handle.destroy();
    }
  }

  private Health ask() {
    HealthCheckResponse response;
    try {
      response = handle.get().call();
    } catch (RuntimeException | Error failure) {
      responseName = className;
      throw failure;
    }
    return read(response);
  }

  private Health read(@Nullable HealthCheckResponse response) {
    if (response == null) {
      responseName = className;
      throw new IllegalStateException(className + " has answered null.");
    }
    String name = response.getName();
    responseName = name == null ? className : name;
    HealthCheckResponse.Status status = response.getStatus();
    if (status == null) {
      throw new IllegalStateException(
          className + " has answered \"" + responseName + "\" without a status.");
    }
    // Responses made by hand may hold null where there should be an empty Optional.
    Map<String, Object> data =
        response.getData() == null ? Map.of() : response.getData().orElse(Map.of());
    return Health.translated(status.name(), status == HealthCheckResponse.Status.DOWN, data);
  }
}
