package dev.sonde.kubelet.internal.console;

import dev.sonde.kubelet.event.KubeletEvent;
import dev.sonde.kubelet.event.PodEvent;
import dev.sonde.kubelet.internal.handler.RequestUrl;
import dev.sonde.kubelet.live.LiveOptions;
import dev.sonde.kubelet.live.LiveResult;
import dev.sonde.kubelet.live.RunningPod;
import dev.sonde.kubelet.live.WatchGoal;
import dev.sonde.model.ContainerSpec;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Runs a container as the kubelet would and shows what happens, until its goal or Ctrl-C. */
final class LiveWatch {

  /** The goal was reached, or there was none. */
  static final int REACHED = 0;

  /** The goal was not reached. */
  static final int MISSED = 1;

  /** The process cannot be started. */
  static final int UNUSABLE = 2;

  private final WatchPrinter watcher;
  private final PrintStream out;
  private final PrintStream err;
  private final OneRequest request;
  private final AtomicBoolean wasReady = new AtomicBoolean();

  /**
   * Creates a run.
   *
   * @param watcher shows what happens
   * @param whenReadyGet a URL to request once, when the pod is ready for the first time
   * @param out where the summary goes
   * @param err where mistakes are reported
   */
  LiveWatch(
      WatchPrinter watcher, Optional<RequestUrl> whenReadyGet, PrintStream out, PrintStream err) {
    this.watcher = watcher;
    this.out = out;
    this.err = err;
    this.request = new OneRequest(whenReadyGet, watcher::says);
  }

  /**
   * Runs a container.
   *
   * @param container the container
   * @param options how to run it; their listener is replaced
   * @return {@link #REACHED}, {@link #MISSED} or {@link #UNUSABLE}
   */
  int run(ContainerSpec container, LiveOptions.Builder options) {
    watcher.prepare(options);
    LiveOptions complete = options.listener(this::happened).build();
    CountDownLatch done = new CountDownLatch(1);
    try {
      LiveResult result = show(RunningPod.start(container, complete), done);
      out.print(LiveSummary.of(result));
      out.flush();
      boolean reached =
          complete.goal() == WatchGoal.NONE || result.ending() == LiveResult.Ending.GOAL_REACHED;
      return reached ? REACHED : MISSED;
    } catch (UncheckedIOException cannotRun) {
      err.println(cannotRun.getMessage());
      return UNUSABLE;
    } finally {
      done.countDown();
    }
  }

  private void happened(KubeletEvent event) {
    watcher.happened(event);
    boolean ready = event instanceof PodEvent.PodReadyChanged changed && changed.ready();
    if (ready && wasReady.compareAndSet(false, true)) {
      request.send(event.at());
    }
  }

  /** Ctrl-C waits until the process is gone, the terminal restored, and everything printed. */
  private LiveResult show(RunningPod pod, CountDownLatch done) {
    Thread onInterrupt = new Thread(() -> stop(pod, done), "sonde-interrupt");
    Runtime.getRuntime().addShutdownHook(onInterrupt);
    WatchPrinter.Showing showing = watcher.show(pod);
    try (showing;
        pod) {
      return pod.await();
    } finally {
      removeHook(onInterrupt);
    }
  }

  private void stop(RunningPod pod, CountDownLatch done) {
    pod.stop();
    try {
      if (!done.await(10, TimeUnit.SECONDS)) {
        err.println("the process does not end; leaving it behind");
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
