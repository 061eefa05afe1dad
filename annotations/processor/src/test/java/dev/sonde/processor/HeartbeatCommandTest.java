package dev.sonde.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.model.FileHeartbeat;
import dev.sonde.runtime.HeartbeatFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is generated into manifests reads what the runtime writes. */
class HeartbeatCommandTest {

  @ParameterizedTest
  @ValueSource(strings = {"/tmp/live", "/tmp/it's live", "/tmp/$(date)", "/tmp/\"ä\\"})
  void isTheSameInManifestsAndInTheRuntime(String file) {
    assertThat(FileHeartbeat.shell(file).command()).isEqualTo(HeartbeatFile.shellCommand(file));
    assertThat(FileHeartbeat.java(file, "/app/*").command())
        .isEqualTo(HeartbeatFile.javaCommand(file, "/app/*"));
  }
}
