package dev.sonde.manifests.decode;

import java.util.Map;
import java.util.Optional;

/** What a field of a Kubernetes object may hold. */
sealed interface FieldType {

  /** A value without parts. */
  enum Scalar implements FieldType {
    /** Text; no number and no truth value is taken for it. */
    STRING("string", "text"),
    /** True or false. */
    BOOL("bool", "true or false"),
    /** A whole number of 32 bits. */
    INT32("int32", "a whole number"),
    /** A whole number of 64 bits. */
    INT64("int64", "a whole number"),
    /** A whole number of 32 bits, or text. */
    INT_OR_STRING("intOrString", "a whole number or text"),
    /** An amount such as {@code 500m} or {@code 1Gi}, as text or number. */
    QUANTITY("quantity", "an amount such as 500m or 1Gi"),
    /** A point in time in RFC 3339's form. */
    TIME("time", "a time such as 2026-01-31T12:00:00Z"),
    /** Whatever there is. */
    ANY("any", "anything");

    private final String token;
    private final String words;

    Scalar(String token, String words) {
      this.token = token;
      this.words = words;
    }

    String token() {
      return token;
    }

    @Override
    public String words() {
      return words;
    }
  }

  /** A list of elements of one type. */
  record ListOf(FieldType element) implements FieldType {
    @Override
    public String words() {
      return "a list";
    }
  }

  /** A map from free names to values of one type. */
  record MapOf(FieldType element) implements FieldType {
    @Override
    public String words() {
      return "a map";
    }
  }

  /** A map of fixed fields. */
  final class Struct implements FieldType {
    private final String name;
    private Map<String, FieldType> fields = Map.of();
    private Map<String, ReleasedField> released = Map.of();

    Struct(String name) {
      this.name = name;
    }

    /** Types refer to each other in circles, so their fields come after all of them exist. */
    void define(Map<String, FieldType> definition, Map<String, ReleasedField> notEverywhere) {
      fields = Map.copyOf(definition);
      released = Map.copyOf(notEverywhere);
    }

    /** The fields that not every release takes in the same way, by name; most types have none. */
    Map<String, ReleasedField> released() {
      return released;
    }

    String name() {
      return name;
    }

    /** All fields by name; in no order. */
    Map<String, FieldType> fields() {
      return fields;
    }

    Optional<FieldType> field(String field) {
      return Optional.ofNullable(fields.get(field));
    }

    @Override
    public String words() {
      return "a map of fields";
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /** {@return the words for a value of this type} */
  String words();
}
