package dev.sonde.manifests.shapes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sonde.manifests.files.NotWrittenException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShapeFolderTest {

  private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000);

  @TempDir private Path folder;

  @Test
  void makesTheFoldersThatItNeeds() throws IOException {
    ShapeFolder.write(folder.resolve("out"), List.of(new ShapeFile("a/b/c.yaml", "c\n")));
    assertThat(folder.resolve("out/a/b/c.yaml")).hasContent("c\n");
  }

  @Test
  void leavesAFileWithTheSameTextAloneAndReplacesAnother() throws IOException {
    Path same = Files.writeString(folder.resolve("same.yaml"), "same\n");
    Path other = Files.writeString(folder.resolve("other.yaml"), "old\n");
    Files.setLastModifiedTime(same, LONG_AGO);
    ShapeFolder.write(
        folder,
        List.of(new ShapeFile("same.yaml", "same\n"), new ShapeFile("other.yaml", "new\n")));
    assertThat(Files.getLastModifiedTime(same)).isEqualTo(LONG_AGO);
    assertThat(other).hasContent("new\n");
  }

  @Test
  void writesNothingWhereOneFileCannotBeWritten() throws IOException {
    Path readOnly = Files.writeString(folder.resolve("b.yaml"), "old\n");
    assertThat(readOnly.toFile().setWritable(false)).isTrue();
    assertThatThrownBy(
            () ->
                ShapeFolder.write(
                    folder,
                    List.of(new ShapeFile("a.yaml", "new\n"), new ShapeFile("b.yaml", "new\n"))))
        .isInstanceOf(NotWrittenException.class)
        .hasMessageContaining("read-only");
    assertThat(folder.resolve("a.yaml")).doesNotExist();
    assertThat(readOnly).hasContent("old\n");
  }
}
