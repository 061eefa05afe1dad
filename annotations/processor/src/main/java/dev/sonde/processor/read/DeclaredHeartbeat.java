package dev.sonde.processor.read;

import dev.sonde.model.Exec;
import dev.sonde.model.FileHeartbeat;
import java.util.Optional;

/**
 * One {@code @FileHeartbeat} as it is written.
 *
 * @param file the file's path
 * @param everySeconds the time between two looks at the checks
 * @param classPath where the classes are, in an image without a shell
 * @param besideExec whether a command is written, too
 */
public record DeclaredHeartbeat(
    String file, Optional<Integer> everySeconds, Optional<String> classPath, boolean besideExec) {

  /** {@return the command that looks at the file} */
  Exec command() {
    return classPath.isPresent()
        ? FileHeartbeat.java(file, classPath.get())
        : FileHeartbeat.shell(file);
  }
}
