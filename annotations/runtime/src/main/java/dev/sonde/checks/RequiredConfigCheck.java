package dev.sonde.checks;

import dev.sonde.annotation.Startup;
import dev.sonde.health.Health;
import dev.sonde.health.HealthCheck;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Whether the configuration that a container needs is there: environment variables set, variables
 * that must hold URLs holding them, files readable. Tells names, never values. Immutable.
 *
 * <pre>{@code
 * new RequiredConfigCheck().variables("DATABASE_USER").urls("DATABASE_URL").files(Path.of("/etc/tls"))
 * }</pre>
 */
@Startup(name = "config")
public class RequiredConfigCheck implements HealthCheck {

  private final UnaryOperator<@Nullable String> environment;
  private final List<String> variables;
  private final List<String> urls;
  private final List<Path> files;

  /** Makes a check that requires nothing yet. */
  public RequiredConfigCheck() {
    this(name -> System.getenv(Objects.requireNonNull(name)), List.of(), List.of(), List.of());
  }

  RequiredConfigCheck(
      UnaryOperator<@Nullable String> environment,
      List<String> variables,
      List<String> urls,
      List<Path> files) {
    this.environment = environment;
    this.variables = variables;
    this.urls = urls;
    this.files = files;
  }

  /**
   * {@return a check that requires these and nothing else of its kind}
   *
   * @param names environment variables that must be set and not blank
   */
  public RequiredConfigCheck variables(String... names) {
    return new RequiredConfigCheck(environment, List.of(names), urls, files);
  }

  /**
   * {@return a check that requires these and nothing else of its kind}
   *
   * @param names environment variables that must hold an absolute URI, such as {@code
   *     https://host/path} or {@code jdbc:postgresql://host/orders}
   */
  public RequiredConfigCheck urls(String... names) {
    return new RequiredConfigCheck(environment, variables, List.of(names), files);
  }

  /**
   * {@return a check that requires these and nothing else of its kind}
   *
   * @param paths files and folders that must be readable
   */
  public RequiredConfigCheck files(Path... paths) {
    return new RequiredConfigCheck(environment, variables, urls, List.of(paths));
  }

  @Override
  public Health check() {
    Health health = Health.up();
    for (String name : variables) {
      health = isSet(name) ? health : missing(health, name, "not set");
    }
    for (String name : urls) {
      health = holdsUri(name) ? health : missing(health, name, "not an absolute URI");
    }
    for (Path file : files) {
      health = Files.isReadable(file) ? health : missing(health, file.toString(), "not readable");
    }
    return health;
  }

  private static Health missing(Health health, String what, String problem) {
    return health.withStatus(Health.Status.DOWN).with(what, problem);
  }

  private boolean isSet(String name) {
    String value = environment.apply(name);
    return value != null && !value.isBlank();
  }

  private boolean holdsUri(String name) {
    String value = environment.apply(name);
    try {
      return value != null && new URI(value).isAbsolute();
    } catch (URISyntaxException notOne) {
      return false;
    }
  }
}
