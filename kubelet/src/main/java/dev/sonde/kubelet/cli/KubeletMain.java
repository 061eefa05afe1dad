package dev.sonde.kubelet.cli;

import dev.sonde.kubelet.input.Choice;
import dev.sonde.kubelet.input.ContainerSource;
import dev.sonde.kubelet.input.UnreadableInputException;
import java.io.IOException;
import java.io.PrintStream;

/** Runs a process as the kubelet would, on this machine's terminal. */
public final class KubeletMain {

  private KubeletMain() {}

  /**
   * Runs the command and ends the program with its exit code.
   *
   * @param arguments the command line, as its usage text explains
   */
  public static void main(String... arguments) {
    Runtime.getRuntime().exit(run(System.out, System.err, arguments));
  }

  /**
   * Runs the command.
   *
   * @param out where events and summary go
   * @param err where mistakes are told
   * @param arguments the command line, as its usage text explains
   * @return 0 when the goal was reached or there was none, 1 when it was not, 2 when the command
   *     cannot run
   */
  public static int run(PrintStream out, PrintStream err, String... arguments) {
    try {
      LiveCommand command = LiveCommand.parse(arguments);
      return Watch.run(
          ContainerSource.read(command.file(), Choice.ONLY).container(),
          command.options(),
          command.whenReadyGet(),
          out,
          err);
    } catch (IOException unreadable) {
      err.println("cannot read " + unreadable.getMessage());
    } catch (UnreadableInputException useless) {
      err.println(useless.getMessage());
    } catch (IllegalArgumentException mistake) {
      err.println(mistake.getMessage());
      err.print(LiveCommand.USAGE);
    }
    return Watch.UNUSABLE;
  }
}
