package dev.sonde.manifests.files;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;

/**
 * How much is unpacked of an archive and of the archives in it. A small archive may hold entries
 * without end, and each of them more than any memory. Not safe for use by several threads.
 */
public final class ArchiveBudget {

  /** The most entries that are looked at: a million. Large applications have a tenth. */
  public static final int MOST_ENTRIES = 1_000_000;

  /** The most bytes that are unpacked: 2 GiB. */
  public static final long MOST_BYTES = 2L << 30;

  private final Path archive;
  private long entries;
  private long bytes;

  /**
   * Begins with an archive.
   *
   * @param archive the outermost one, for messages
   */
  public ArchiveBudget(Path archive) {
    this.archive = archive;
  }

  /**
   * Counts entries.
   *
   * @param more how many
   * @throws UnreadableFileException if there are more than {@link #MOST_ENTRIES}
   */
  public void countEntries(int more) throws UnreadableFileException {
    entries += more;
    if (entries > MOST_ENTRIES) {
      throw exceeded(MOST_ENTRIES + " entries");
    }
  }

  /**
   * {@return a stream that counts what is unpacked, and fails with an {@link
   * UnreadableFileException} beyond {@link #MOST_BYTES}}
   *
   * @param unpacked an entry's content
   */
  public InputStream counted(InputStream unpacked) {
    return new FilterInputStream(unpacked) {
      @Override
      public int read() throws IOException {
        int next = super.read();
        count(next < 0 ? 0 : 1);
        return next;
      }

      @Override
      public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        count(Math.max(count, 0));
        return count;
      }

      @Override
      public long skip(long count) throws IOException {
        long skipped = super.skip(count);
        count(skipped);
        return skipped;
      }
    };
  }

  /**
   * Unpacks the rest of an entry and drops it: the next entry comes only after that.
   *
   * @param unpacked the entry's content
   * @throws IOException if it cannot be unpacked, or is too much
   */
  public void skipRest(InputStream unpacked) throws IOException {
    counted(unpacked).transferTo(OutputStream.nullOutputStream());
  }

  private void count(long more) throws UnreadableFileException {
    bytes += more;
    if (bytes > MOST_BYTES) {
      throw exceeded((MOST_BYTES >> 30) + " GiB when it is unpacked");
    }
  }

  private UnreadableFileException exceeded(String what) {
    return UnreadableFileException.of(
        archive.toString(),
        "it holds more than the " + what + " that are looked through.",
        "Name the folder of classes, or the archive in it that is meant.");
  }
}
