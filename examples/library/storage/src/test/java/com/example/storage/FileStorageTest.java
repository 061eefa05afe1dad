package com.example.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A library's checks are methods as any other, and are tested so. */
class FileStorageTest {

  @TempDir Path folder;

  @Test
  void givesBackWhatItKeeps() throws IOException {
    FileStorage storage = new FileStorage(folder);
    storage.put("a-picture", "abc".getBytes(UTF_8));
    storage.put("a-picture", "def".getBytes(UTF_8));
    assertThat(storage.get("a-picture")).asString(UTF_8).isEqualTo("def");
    assertThat(folder).isDirectoryContaining("glob:**a-picture");
    assertThatThrownBy(() -> storage.get("../a-picture")).hasMessageContaining("no name");
  }

  @Test
  void noticesThatItsFolderIsGone() throws IOException {
    FileStorage storage = new FileStorage(folder.resolve("volume"));
    assertThat(storage.isMounted()).isFalse();
    assertThatThrownBy(storage::takesFiles).isInstanceOf(IOException.class);

    Files.createDirectory(folder.resolve("volume"));
    assertThat(storage.isMounted()).isTrue();
    storage.takesFiles();
    assertThat(folder.resolve("volume")).isEmptyDirectory();
  }

  /** It was compiled with the processor, as all modules below the parent are. */
  @Test
  void declaresNoProbesOfItsOwn() {
    assertThat(Path.of("target", "classes", "com")).isDirectory();
    assertThat(Path.of("target", "classes", "META-INF", "sonde", "container.yaml")).doesNotExist();
  }
}
