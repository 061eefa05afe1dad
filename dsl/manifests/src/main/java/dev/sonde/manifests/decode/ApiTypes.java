package dev.sonde.manifests.decode;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sonde.manifests.decode.FieldType.Struct;
import dev.sonde.release.FeatureGate;
import dev.sonde.release.KubernetesVersion;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The types of the objects that have pods in them, all the way down. They are in a text resource,
 * one line each, so that nothing is looked up by reflection.
 */
final class ApiTypes {

  static final String RESOURCE = "api-types.txt";

  private static final Map<String, FieldType.Scalar> SCALARS =
      Arrays.stream(FieldType.Scalar.values())
          .collect(Collectors.toUnmodifiableMap(FieldType.Scalar::token, scalar -> scalar));

  private final Map<String, Struct> structs = new LinkedHashMap<>();
  private final Map<ObjectKind, Struct> kinds = new LinkedHashMap<>();

  private ApiTypes() {}

  /** {@return the types that ship with Sonde} */
  static ApiTypes load() {
    try (InputStream in =
            Objects.requireNonNull(ApiTypes.class.getResourceAsStream(RESOURCE), RESOURCE);
        BufferedReader reader = new BufferedReader(new InputStreamReader(in, UTF_8))) {
      return parse(reader.lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException("a resource of Sonde's own jar cannot be read", e);
    }
  }

  /** {@return the type of such objects, if they have pods in them} */
  Optional<Struct> of(ObjectKind kind) {
    return Optional.ofNullable(kinds.get(kind));
  }

  /** {@return the versions in which there are objects of that kind, in order} */
  List<String> versionsOf(String kind) {
    return kinds.keySet().stream()
        .filter(known -> known.kind().equals(kind))
        .map(ObjectKind::apiVersion)
        .toList();
  }

  /** {@return all kinds, in order} */
  List<String> kinds() {
    return kinds.keySet().stream().map(ObjectKind::kind).toList();
  }

  Struct struct(String name) {
    return Objects.requireNonNull(structs.get(name), name);
  }

  private static ApiTypes parse(List<String> lines) {
    ApiTypes types = new ApiTypes();
    List<String[]> rows =
        lines.stream()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .map(line -> line.split(" "))
            .toList();
    for (String[] row : rows) {
      if (!row[0].equals("kind")) {
        types.structs.put(row[0], new Struct(row[0]));
      }
    }
    rows.forEach(types::define);
    return types;
  }

  private void define(String[] row) {
    if (row[0].equals("kind")) {
      kinds.put(new ObjectKind(row[1], row[2]), struct(row[3]));
      return;
    }
    Map<String, FieldType> fields = new HashMap<>();
    Map<String, ReleasedField> released = new HashMap<>();
    Map<String, FeatureGate.Field> gates = FeatureGate.fieldsOf(row[0]);
    for (int i = 1; i < row.length; i++) {
      String[] field = row[i].split("[:@]", -1);
      fields.put(field[0], type(field[1]));
      Optional<FeatureGate.Field> behind = Optional.ofNullable(gates.get(field[0]));
      if (field.length > 2 || behind.isPresent()) {
        released.put(field[0], released(field.length > 2 ? field[2] : "-", behind));
      }
    }
    struct(row[0]).define(fields, released);
  }

  /** As in {@code 1.33-} or {@code 1.35-1.35}. */
  private static ReleasedField released(String range, Optional<FeatureGate.Field> behind) {
    int dash = range.indexOf('-');
    return new ReleasedField(
        release(range.substring(0, dash), KubernetesVersion.ALL.get(0)),
        release(range.substring(dash + 1), KubernetesVersion.DEFAULT),
        behind);
  }

  private static KubernetesVersion release(String written, KubernetesVersion otherwise) {
    return written.isEmpty() ? otherwise : KubernetesVersion.parseSupported(written);
  }

  private FieldType type(String token) {
    if (token.startsWith("[]")) {
      return new FieldType.ListOf(type(token.substring(2)));
    }
    if (token.startsWith("{}")) {
      return new FieldType.MapOf(type(token.substring(2)));
    }
    FieldType.Scalar scalar = SCALARS.get(token);
    return scalar != null ? scalar : struct(token);
  }
}
