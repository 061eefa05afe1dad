package dev.sonde.runtime.internal.http;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds out who listens on a port, from what Linux tells under {@code /proc}. */
public final class PortOwner {

  private static final String LISTENING = "0A";
  private static final int LOCAL_ADDRESS = 1;
  private static final int STATE = 3;
  private static final int INODE = 9;

  private PortOwner() {}

  /**
   * {@return who listens on the port, in words; without arguments, which may be secret}
   *
   * @param port a TCP port
   */
  public static String describe(int port) {
    Set<String> sockets = new HashSet<>();
    addListening("tcp", port, sockets);
    addListening("tcp6", port, sockets);
    if (sockets.isEmpty()) {
      return "cannot tell which process uses that port";
    }
    return owner(sockets)
        .map(PortOwner::describe)
        .orElse("another container of this pod, or another user's process, has that port");
  }

  private static String describe(Path process) {
    String id = process.getFileName().toString();
    if (id.equals(Long.toString(ProcessHandle.current().pid()))) {
      return "this very process has that port already";
    }
    return "process " + id + " (" + name(process) + ") has that port";
  }

  private static String name(Path process) {
    try {
      return Files.readString(process.resolve("comm")).strip();
    } catch (IOException gone) {
      return "unknown";
    }
  }

  private static void addListening(String table, int port, Set<String> sockets) {
    String localPort = String.format(":%04X", port);
    try (Stream<String> lines = Files.lines(Path.of("/proc/net", table))) {
      lines
          .map(line -> line.strip().split("\\s+"))
          .filter(fields -> fields.length > INODE)
          .filter(fields -> fields[STATE].equals(LISTENING))
          .filter(fields -> fields[LOCAL_ADDRESS].endsWith(localPort))
          .forEach(fields -> sockets.add("socket:[" + fields[INODE] + "]"));
    } catch (IOException | RuntimeException notLinux) {
      // Then there is no hint to give.
    }
  }

  private static Optional<Path> owner(Set<String> sockets) {
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
      for (Path process : processes) {
        if (hasOpen(process, sockets)) {
          return Optional.of(process);
        }
      }
    } catch (IOException | RuntimeException notReadable) {
      // Then the owner stays unknown.
    }
    return Optional.empty();
  }

  private static boolean hasOpen(Path process, Set<String> sockets) {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(process.resolve("fd"))) {
      for (Path file : files) {
        if (sockets.contains(target(file))) {
          return true;
        }
      }
    } catch (IOException | RuntimeException othersProcess) {
      return false;
    }
    return false;
  }

  private static String target(Path file) {
    try {
      return Files.readSymbolicLink(file).toString();
    } catch (IOException closedMeanwhile) {
      return "";
    }
  }
}
