package dev.sonde.model;

import java.util.List;

/**
 * Health in a file, for workers that serve nothing: the application writes again and again until
 * when all is well, and a command compares that with the time. The file holds one line, a second
 * counted from 1970.
 */
public final class FileHeartbeat {

  private static final String PROBE = "dev.sonde.probe.HealthProbe";

  private FileHeartbeat() {}

  /**
   * {@return the command in an image that has {@code sh}, {@code cat} and {@code date}; those of
   * busybox will do}
   *
   * @param file the file's path in the container
   */
  public static Exec shell(String file) {
    String quoted = "'" + file.replace("'", "'\\''") + "'";
    return Exec.of("sh", "-c", "test \"$(cat " + quoted + ")\" -gt \"$(date +%s)\"");
  }

  /**
   * {@return the command in an image that has Java and no shell} Each try starts a JVM, a small
   * one.
   *
   * @param file the file's path in the container
   * @param classPath where Sonde's runtime is in the container, such as the application's jar
   */
  public static Exec java(String file, String classPath) {
    return new Exec(
        List.of(
            "java",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xmx16m",
            "-cp",
            classPath,
            PROBE,
            file));
  }
}
