package dev.sonde.kubelet.cli;

import dev.sonde.kubelet.event.KubeletEvent;
import dev.sonde.kubelet.event.PodEvent;
import dev.sonde.kubelet.live.Goal;
import dev.sonde.kubelet.live.LiveKubelet;
import dev.sonde.kubelet.live.LiveOptions;
import dev.sonde.kubelet.live.LiveResult;
import dev.sonde.model.ContainerSpec;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Runs a container as the kubelet would and prints what happens, until its goal or Ctrl-C. */
public final class Watch {

  /** The goal was reached, or there was none. */
  public static final int REACHED = 0;

  /** The goal was not reached. */
  public static final int MISSED = 1;

  /** The process cannot be started. */
  public static final int UNUSABLE = 2;

  private Watch() {}

  /**
   * Runs a container.
   *
   * @param container the container
   * @param options how to run it; their listener is replaced
   * @param whenReadyGet a URL to request once, when the pod is ready for the first time
   * @param out where events and summary go
   * @param err where mistakes are told
   * @return {@link #REACHED}, {@link #MISSED} or {@link #UNUSABLE}
   */
  public static int run(
      ContainerSpec container,
      LiveOptions.Builder options,
      Optional<URI> whenReadyGet,
      PrintStream out,
      PrintStream err) {
    EventPrinter printer = new EventPrinter(out, Terminal.wantsColour());
    OneRequest request = new OneRequest(whenReadyGet, out);
    AtomicBoolean wasReady = new AtomicBoolean();
    LiveOptions complete =
        options
            .listener(
                event -> {
                  printer.print(event);
                  if (ready(event) && wasReady.compareAndSet(false, true)) {
                    request.send(event.at());
                  }
                })
            .build();
    try {
      LiveResult result = runUntilInterrupted(new LiveKubelet(container, complete));
      out.print(LiveSummary.of(result));
      out.flush();
      boolean reached =
          complete.goal() == Goal.NONE || result.ending() == LiveResult.Ending.GOAL_REACHED;
      return reached ? REACHED : MISSED;
    } catch (UncheckedIOException cannotRun) {
      err.println(cannotRun.getMessage());
      return UNUSABLE;
    }
  }

  private static boolean ready(KubeletEvent event) {
    return event instanceof PodEvent.PodReadyChanged changed && changed.ready();
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

  private static void removeHook(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException endingAnyway) {
      // It is the hook that ended the run.
    }
  }
}
