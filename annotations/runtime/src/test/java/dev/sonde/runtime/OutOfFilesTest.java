package dev.sonde.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.runtime.testing.ForkedJvm;
import dev.sonde.runtime.testing.RunsOutOfFiles;
import java.net.InetAddress;
import java.net.Socket;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A process in which all file descriptors are used, and free again. */
@Timeout(180)
class OutOfFilesTest {

  @ParameterizedTest
  @ValueSource(strings = {"-Dlog.first=false", "-Dlog.first=true"})
  void theServerAnswersAgainAndSaysBothOnce(String log) throws Exception {
    try (ForkedJvm jvm = ForkedJvm.startWithFewFiles(RunsOutOfFiles.class, log)) {
      assertThat(jvm.status("/livez")).isEqualTo(200);
      int port = Integer.parseInt(jvm.awaitLine("port "));

      jvm.order("begin");
      Socket waiting = new Socket(InetAddress.getLoopbackAddress(), port);
      jvm.awaitLine("WARNING: The health server cannot accept connections.");
      Thread.sleep(1500); // Long enough for it to be said again.
      jvm.order("end");
      waiting.close();

      // Said with the first connection after a calm second.
      while (!jvm.output().contains("INFO: The health server accepts connections again.")) {
        jvm.awaitStatus("/livez", 200);
      }
      assertThat(jvm.output().split("cannot accept", -1)).hasSize(2);
    }
  }
}
