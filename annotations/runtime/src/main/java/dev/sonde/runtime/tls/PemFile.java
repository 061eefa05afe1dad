package dev.sonde.runtime.tls;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads files of text with blocks between {@code -----BEGIN} and {@code -----END}, RFC 7468. */
final class PemFile {

  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([^-]*)-----END \\1-----");

  /** What a file holds between two lines, and what they call it. */
  record Block(Path file, String label, String base64) {

    /**
     * {@return the bytes}
     *
     * @throws UnusableFileException if the text is damaged
     */
    byte[] content() throws IOException {
      try {
        return Base64.getDecoder().decode(base64.replaceAll("\\s", ""));
      } catch (IllegalArgumentException damaged) {
        throw new UnusableFileException(
            file,
            "holds a " + label + " that is damaged (" + damaged.getMessage() + ")",
            "Recreate the file.",
            damaged);
      }
    }
  }

  private PemFile() {}

  /** {@return the blocks of a file, in order; what is around them is for people} */
  static List<Block> read(Path file) throws IOException {
    String text = new String(SecretFile.read(file), StandardCharsets.ISO_8859_1);
    List<Block> blocks = new ArrayList<>();
    Matcher matcher = BLOCK.matcher(text);
    while (matcher.find()) {
      blocks.add(new Block(file, matcher.group(1), matcher.group(2)));
    }
    return blocks;
  }
}
