package dev.sonde.manifests.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.StringWriter;

/** Writes JSON that people can read, the same bytes on every machine. */
public final class Json {

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

  private Json() {}

  /**
   * Writes one JSON text and a line break.
   *
   * @param out what to write to
   * @param content what the text holds
   * @throws IOException if {@code out} cannot be written to
   */
  public static void write(Appendable out, Content content) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.setPrettyPrinter(printer());
      content.writeTo(json);
    }
    out.append(text.getBuffer()).append('\n');
  }

  private static DefaultPrettyPrinter printer() {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    return new DefaultPrettyPrinter(
            Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER))
        .withObjectIndenter(indenter)
        .withArrayIndenter(indenter);
  }
}
