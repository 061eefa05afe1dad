package dev.sonde.kubelet.internal.replay;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.sonde.manifests.document.UnreadableDocumentException;
import dev.sonde.rules.FieldPath;
import dev.sonde.rules.InputRules;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The JSON texts of a file, one after the other, as objects, lists, and what is in them. */
final class RecordedJson {

  /** With {@code --show-managed-fields} it is half of a recording, and nobody asks for it. */
  private static final String WHO_WROTE_WHAT = "managedFields";

  private static final JsonFactory FACTORY = new JsonFactory();

  private RecordedJson() {}

  /**
   * {@return the objects of a file, those of a list at its top each for itself}
   *
   * @param file what to call it in messages
   * @param text its content
   * @throws UnreadableDocumentException if it is no JSON, or ends in the middle
   */
  static List<RecordedObject> read(String file, String text) {
    List<RecordedObject> objects = new ArrayList<>();
    try (JsonParser json = FACTORY.createParser(text)) {
      while (json.nextToken() != null) {
        if (json.currentToken() == JsonToken.START_OBJECT) {
          objects.add(new RecordedObject(file, "", object(json)));
        } else if (json.currentToken() == JsonToken.START_ARRAY) {
          Map<String, Object> around = Map.of("items", list(json));
          objects.addAll(new RecordedObject(file, "", around).objects("items"));
        } else {
          throw broken(file, json, "a value that is no object");
        }
      }
    } catch (JsonProcessingException wrong) {
      throw broken(file, wrong);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return objects;
  }

  private static UnreadableDocumentException broken(String file, JsonProcessingException wrong) {
    String where =
        "line " + wrong.getLocation().getLineNr() + ", column " + wrong.getLocation().getColumnNr();
    boolean cutOff = wrong instanceof com.fasterxml.jackson.core.io.JsonEOFException;
    return unreadable(
        file,
        cutOff
            ? "the JSON is cut off at " + where + ": what came after is not known."
            : "it is no JSON at " + where + ": " + wrong.getOriginalMessage() + ".");
  }

  private static UnreadableDocumentException broken(String file, JsonParser json, String what) {
    return unreadable(
        file, "there is " + what + " in line " + json.currentTokenLocation().getLineNr() + ".");
  }

  private static UnreadableDocumentException unreadable(String file, String message) {
    return UnreadableDocumentException.of(
        file,
        InputRules.RECORDING.finding(
            FieldPath.ROOT, message, "Write it again: kubectl get pod,events -o json > FILE."));
  }

  private static Map<String, Object> object(JsonParser json) throws IOException {
    Map<String, Object> fields = new LinkedHashMap<>();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      JsonToken token = json.nextToken();
      if (name.equals(WHO_WROTE_WHAT)) {
        json.skipChildren();
      } else if (token != JsonToken.VALUE_NULL) {
        fields.put(name, value(json));
      }
    }
    return fields;
  }

  private static List<Object> list(JsonParser json) throws IOException {
    List<Object> values = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      values.add(value(json));
    }
    return values;
  }

  private static Object value(JsonParser json) throws IOException {
    return switch (json.currentToken()) {
      case START_OBJECT -> object(json);
      case START_ARRAY -> list(json);
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NUMBER_INT -> number(json);
      case VALUE_NUMBER_FLOAT -> json.getDecimalValue();
      default -> json.getText();
    };
  }

  private static Object number(JsonParser json) throws IOException {
    return json.getNumberType() == JsonParser.NumberType.BIG_INTEGER
        ? new BigDecimal(json.getBigIntegerValue())
        : (Object) json.getLongValue();
  }

  /** {@return a part of a recording as a text of its own} */
  static byte[] text(Map<String, Object> fields) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      write(json, fields);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toByteArray();
  }

  private static void write(JsonGenerator json, Object value) throws IOException {
    if (value instanceof Map<?, ?> fields) {
      json.writeStartObject();
      for (Map.Entry<?, ?> field : fields.entrySet()) {
        json.writeFieldName(String.valueOf(field.getKey()));
        write(json, field.getValue());
      }
      json.writeEndObject();
    } else if (value instanceof List<?> values) {
      json.writeStartArray();
      for (Object one : values) {
        write(json, one);
      }
      json.writeEndArray();
    } else if (value instanceof Long whole) {
      json.writeNumber(whole);
    } else if (value instanceof BigDecimal decimal) {
      json.writeNumber(decimal);
    } else if (value instanceof Boolean truth) {
      json.writeBoolean(truth);
    } else {
      json.writeString(String.valueOf(value));
    }
  }
}
