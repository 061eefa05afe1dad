package dev.sonde.kubelet.junit;

import java.nio.file.Files;
import java.nio.file.Path;

/** An application without a port: its probes look for files in its folder. */
final class Stall {

  private Stall() {}

  /** Runs with its folder, until it is ended. */
  public static void main(String... arguments) throws Exception {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    Files.deleteIfExists(folder.resolve("hangs"));
    Files.deleteIfExists(folder.resolve("full"));
    Path open = Files.writeString(folder.resolve("open"), "");
    open.toFile().deleteOnExit();
    System.out.println("stall opens");
    Thread.sleep(Long.MAX_VALUE);
  }
}
