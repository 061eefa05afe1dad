package dev.sonde.kubelet.cli;

import dev.sonde.kubelet.event.KubeletEvent;
import dev.sonde.kubelet.event.PodEvent;
import dev.sonde.kubelet.live.Goal;
import dev.sonde.kubelet.live.LiveKubelet;
import dev.sonde.kubelet.live.LiveOptions;
import dev.sonde.kubelet.live.LiveResult;
import dev.sonde.manifests.document.ProbeSetReader;
import dev.sonde.manifests.document.UnreadableProbeSetException;
import dev.sonde.model.ProbeSet;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Runs a process as the kubelet would, on this machine's terminal. */
public final class KubeletMain {

  private static final int REACHED = 0;
  private static final int MISSED = 1;
  private static final int UNUSABLE = 2;

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
    LiveCommand command;
    try {
      command = LiveCommand.parse(arguments);
    } catch (IllegalArgumentException mistake) {
      err.println(mistake.getMessage());
      err.print(LiveCommand.USAGE);
      return UNUSABLE;
    }
    try {
      byte[] document = Files.readAllBytes(command.file());
      return run(command, ProbeSetReader.read(command.file().toString(), document), out);
    } catch (IOException unreadable) {
      err.println("cannot read " + command.file() + ": " + unreadable.getMessage());
    } catch (UnreadableProbeSetException | UncheckedIOException cannotRun) {
      err.println(cannotRun.getMessage());
    }
    return UNUSABLE;
  }

  private static int run(LiveCommand command, ProbeSet probes, PrintStream out) {
    EventPrinter printer = new EventPrinter(out, Terminal.wantsColour());
    OneRequest request = new OneRequest(command.whenReadyGet(), out);
    AtomicBoolean wasReady = new AtomicBoolean();
    LiveOptions options =
        command
            .options()
            .listener(
                event -> {
                  printer.print(event);
                  if (ready(event) && wasReady.compareAndSet(false, true)) {
                    request.send(event.at());
                  }
                })
            .build();
    LiveKubelet kubelet = new LiveKubelet(probes, options);
    LiveResult result = runUntilInterrupted(kubelet);
    out.print(LiveSummary.of(result));
    out.flush();
    boolean reached =
        options.goal() == Goal.NONE || result.ending() == LiveResult.Ending.GOAL_REACHED;
    return reached ? REACHED : MISSED;
  }

  /** Ctrl-C waits until the process is gone. */
  private static LiveResult runUntilInterrupted(LiveKubelet kubelet) {
    CountDownLatch done = new CountDownLatch(1);
    Thread onInterrupt = new Thread(() -> stop(kubelet, done), "sonde-interrupt");
    Runtime.getRuntime().addShutdownHook(onInterrupt);
    try {
      return kubelet.run();
    } finally {
      done.countDown();
      removeHook(onInterrupt);
    }
  }

  private static void stop(LiveKubelet kubelet, CountDownLatch done) {
    kubelet.stop();
    try {
      if (!done.await(5, TimeUnit.SECONDS)) {
        System.err.println("the process does not end; leaving it behind");
      }
    } catch (InterruptedException impatient) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean ready(KubeletEvent event) {
    return event instanceof PodEvent.PodReadyChanged changed && changed.ready();
  }

  private static void removeHook(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException endingAnyway) {
      // It is the hook that ended the run.
    }
  }
}
