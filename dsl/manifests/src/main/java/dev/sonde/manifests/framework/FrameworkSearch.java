package dev.sonde.manifests.framework;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Looks for an application whose framework answers the probes, where code declares none. */
@FunctionalInterface
public interface FrameworkSearch {

  /** Finds none. */
  FrameworkSearch NONE = source -> Optional.empty();

  /**
   * {@return the application in a place, if there is one}
   *
   * @param source a folder of classes or of resources, or an archive
   * @throws IOException if a file cannot be read
   */
  Optional<FrameworkApplication> in(Path source) throws IOException;

  /**
   * {@return a search in what the places themselves say}
   *
   * @param choice what somebody said about the framework
   */
  static FrameworkSearch of(FrameworkChoice choice) {
    return source -> FrameworkApplication.find(source, Libraries.UNKNOWN, choice);
  }
}
