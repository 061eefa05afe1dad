package dev.sonde.runtime.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.sonde.runtime.Check;
import dev.sonde.runtime.CheckId;
import dev.sonde.runtime.HealthEndpoints;
import dev.sonde.runtime.HealthListener;
import dev.sonde.runtime.answer.CheckReport;
import dev.sonde.runtime.answer.EndpointKind;
import dev.sonde.runtime.testing.CapturedLog;
import dev.sonde.runtime.testing.Eventually;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.management.AttributeNotFoundException;
import javax.management.MBeanFeatureInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class ObserveTest {

  @RegisterExtension final CapturedLog log = new CapturedLog();

  private final AtomicBoolean well = new AtomicBoolean(true);

  private HealthEndpoints endpoints(HealthListener listener) {
    Check shared = Check.bool("database", well::get);
    Duration patient = Duration.ofSeconds(30);
    return HealthEndpoints.builder("orders, the first", 8081)
        .startup("/startedz", patient, List.of(shared))
        .readiness("/readyz", patient, List.of(shared, Check.bool("queue", () -> true)))
        .listener(listener)
        .build();
  }

  private static void ask(HealthEndpoints endpoints) {
    endpoints.ask(EndpointKind.READINESS).toCompletableFuture().join();
  }

  private static String status(MBeanServer server, ObjectName name, String attribute)
      throws Exception {
    try {
      return (String) server.getAttribute(name, attribute);
    } catch (AttributeNotFoundException notYet) {
      return "";
    }
  }

  private static int attributes(MBeanServer server, ObjectName name) throws Exception {
    return server.getMBeanInfo(name).getAttributes().length;
  }

  private static HealthListener counting(HealthListener listener, AtomicInteger told) {
    return new HealthListener() {
      @Override
      public void checked(CheckId check, CheckReport report) {
        listener.checked(check, report);
        told.incrementAndGet();
      }
    };
  }

  @Test
  void showsTheLastAnswersInJmx() throws Exception {
    MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    ObjectName name = new ObjectName("dev.sonde:type=Health,container=\"orders, the first\"");
    try (JmxHealth jmx = JmxHealth.register("orders, the first")) {
      HealthEndpoints endpoints = endpoints(jmx);
      ask(endpoints);
      ask(endpoints);
      well.set(false);
      ask(endpoints);

      String database = "startup+readiness/database";
      assertThat(Eventually.awaitAnswer("DOWN", () -> status(server, name, database)))
          .isEqualTo("DOWN");
      assertThat(Eventually.awaitAnswer(4, () -> attributes(server, name))).isEqualTo(4);
      assertThat(Arrays.stream(server.getMBeanInfo(name).getAttributes()))
          .extracting(MBeanFeatureInfo::getName)
          .containsExactly(
              "readiness/queue",
              "readiness/queue age",
              "startup+readiness/database",
              "startup+readiness/database age");
      assertThat(server.getAttribute(name, "readiness/queue")).isEqualTo("UP");
      assertThat((Long) server.getAttribute(name, "readiness/queue age")).isBetween(0L, 60L);
      assertThat(server.getAttributes(name, new String[] {"readiness/queue", "no"})).hasSize(1);
      assertThatThrownBy(() -> server.getAttribute(name, "no age"))
          .isInstanceOf(AttributeNotFoundException.class);
      assertThatThrownBy(() -> JmxHealth.register("orders, the first"))
          .hasMessage("cannot register a bean for the health of \"orders, the first\"");
    }
    assertThat(server.isRegistered(name)).isFalse();
  }

  @Test
  void recordsEachRunInTheFlightRecorder(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("health.jfr");
    try (Recording recording = new Recording()) {
      recording.enable("dev.sonde.Check");
      recording.start();
      AtomicInteger told = new AtomicInteger();
      HealthEndpoints endpoints = endpoints(counting(new JfrHealth(), told));
      ask(endpoints);
      well.set(false);
      ask(endpoints);
      assertThat(Eventually.awaitAnswer(5, told::get)).isEqualTo(5);
      recording.stop();
      recording.dump(file);
    }

    assertThat(RecordingFile.readAllEvents(file))
        .extracting(
            event -> event.getString("container"),
            event -> event.getString("probes"),
            event -> event.getString("check"),
            event -> event.getString("status"))
        .contains(
            tuple("orders, the first", "startup and readiness", "database", "UP"),
            tuple("orders, the first", "startup and readiness", "database", "DOWN"),
            tuple("orders, the first", "readiness", "queue", "UP"));
    assertThat(RecordingFile.readAllEvents(file))
        .extracting((RecordedEvent event) -> event.getDuration("took"))
        .allMatch(took -> !took.isNegative());
  }
}
