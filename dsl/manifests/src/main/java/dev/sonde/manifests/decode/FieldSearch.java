package dev.sonde.manifests.decode;

import dev.sonde.manifests.decode.FieldType.ListOf;
import dev.sonde.manifests.decode.FieldType.Struct;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Looks for a field in the types below a type. */
final class FieldSearch {

  /** What people mostly mean comes first. */
  private static final List<String> USUAL =
      List.of("containers", "template", "spec", "livenessProbe", "httpGet", "exec", "metadata");

  private FieldSearch() {}

  /**
   * A place for a field.
   *
   * @param way the fields that lead to it
   * @param type the type the field has there
   */
  record Place(List<String> way, FieldType type) {

    boolean isWrittenIn(JsonObject owner) {
      return owner.field(way.get(0)).isPresent();
    }

    int rank() {
      int rank = USUAL.indexOf(way.get(way.size() - 1));
      return rank < 0 ? USUAL.size() : rank;
    }

    String text() {
      return String.join(".", way);
    }
  }

  static List<Place> find(Struct type, String field, int depth) {
    List<Place> found = new ArrayList<>();
    find(type, field, depth, List.of(), found);
    return found;
  }

  private static void find(
      Struct type, String field, int depth, List<String> way, List<Place> found) {
    type.fields().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .filter(entry -> !entry.getKey().equals("status"))
        .forEach(entry -> findIn(entry.getValue(), field, depth, with(way, entry.getKey()), found));
  }

  private static void findIn(
      FieldType type, String field, int depth, List<String> way, List<Place> found) {
    if ((type instanceof ListOf list ? list.element() : type) instanceof Struct struct) {
      struct.field(field).ifPresent(fieldType -> found.add(new Place(way, fieldType)));
      if (depth > 1) {
        find(struct, field, depth - 1, way, found);
      }
    }
  }

  private static List<String> with(List<String> way, String step) {
    List<String> longer = new ArrayList<>(way);
    longer.add(step);
    return List.copyOf(longer);
  }
}
