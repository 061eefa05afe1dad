package dev.sonde.manifests.output;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** Writes JSON that people can read, the same bytes on every machine. */
public final class JsonPrinter {

  /** Writes the content of one JSON text. */
  @FunctionalInterface
  public interface Content {
    /**
     * Writes it.
     *
     * @param json what to write to
     * @throws IOException if that cannot be written to
     */
    void writeTo(JsonGenerator json) throws IOException;
  }

  private JsonPrinter() {}

  /**
   * Writes one JSON text and a line break.
   *
   * @param out what to write to
   * @param content what the text holds
   * @throws IOException if {@code out} cannot be written to
   */
  public static void write(Appendable out, Content content) throws IOException {
    out.append(text(new JsonFactory(), indented(), content));
  }

  /**
   * {@return one JSON text with each element of its lists on a line of its own, and a line break}
   * It holds only ASCII: a manifest may hold half a character, which UTF-8 cannot.
   *
   * @param content what the text holds
   */
  public static String lines(Content content) {
    JsonFactory ascii = JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
    try {
      return text(ascii, linePrinter(), content);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /**
   * {@return what writes one JSON text piece by piece, each element of its lists on a line of its
   * own} Half a character becomes a question mark.
   *
   * @param out takes UTF-8; it is left open
   * @throws IOException if {@code out} cannot be written to
   */
  public static JsonGenerator lines(OutputStream out) throws IOException {
    JsonGenerator json = new JsonFactory().createGenerator(new OutputStreamWriter(out, UTF_8));
    json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    json.setPrettyPrinter(linePrinter());
    return json;
  }

  private static DefaultPrettyPrinter linePrinter() {
    return new DefaultPrettyPrinter(
            Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.NONE))
        .withObjectIndenter(new DefaultPrettyPrinter.NopIndenter())
        .withArrayIndenter(new DefaultIndenter("", "\n"));
  }

  private static String text(JsonFactory factory, PrettyPrinter printer, Content content)
      throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = factory.createGenerator(text)) {
      json.setPrettyPrinter(printer);
      content.writeTo(json);
    }
    return text.append('\n').toString();
  }

  private static DefaultPrettyPrinter indented() {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    return new DefaultPrettyPrinter(
            Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER))
        .withObjectIndenter(indenter)
        .withArrayIndenter(indenter);
  }
}
