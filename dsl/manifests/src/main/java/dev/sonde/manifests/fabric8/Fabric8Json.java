package dev.sonde.manifests.fabric8;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Quantity;
import java.io.IOException;

/**
 * What fabric8's values without parts look like in JSON. fabric8 7 says so to Jackson 2 itself,
 * fabric8 8 to Jackson 3 alone; said here, it holds for both.
 */
final class Fabric8Json {

  private Fabric8Json() {}

  static Module module() {
    return new SimpleModule("sonde-fabric8")
        .addSerializer(IntOrString.class, new IntOrStringWriter())
        .addDeserializer(IntOrString.class, new IntOrStringReader())
        .addSerializer(Quantity.class, new QuantityWriter())
        .addDeserializer(Quantity.class, new QuantityReader());
  }

  private static final class IntOrStringWriter extends JsonSerializer<IntOrString> {
    @Override
    public void serialize(IntOrString value, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writePOJO(value.getValue());
    }
  }

  private static final class IntOrStringReader extends JsonDeserializer<IntOrString> {
    @Override
    public IntOrString deserialize(JsonParser json, DeserializationContext context)
        throws IOException {
      return json.currentToken().isNumeric()
          ? new IntOrString(json.getIntValue())
          : new IntOrString(json.getText());
    }
  }

  private static final class QuantityWriter extends JsonSerializer<Quantity> {
    @Override
    public void serialize(Quantity value, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeString(value.toString());
    }
  }

  private static final class QuantityReader extends JsonDeserializer<Quantity> {
    @Override
    public Quantity deserialize(JsonParser json, DeserializationContext context)
        throws IOException {
      return Quantity.parse(json.getText());
    }
  }
}
