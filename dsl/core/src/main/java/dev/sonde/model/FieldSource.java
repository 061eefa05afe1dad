package dev.sonde.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An object whose fields are read under Kubernetes' names: of a manifest, of an annotation, of a
 * library's own type. A field of another type than the one asked for counts as not written.
 */
public interface FieldSource {

  /**
   * {@return the text in a field, if there is one}
   *
   * @param field the field's name
   */
  Optional<String> text(String field);

  /**
   * {@return the whole number in a field, if there is one}
   *
   * @param field the field's name
   */
  OptionalLong int64(String field);

  /**
   * {@return the texts of the list in a field; where an element is none, an empty one; empty if
   * there is no list}
   *
   * @param field the field's name
   */
  List<String> texts(String field);

  /**
   * {@return the whole numbers of 32 bits of the list in a field; where an element is none, 0;
   * empty if there is no list}
   *
   * @param field the field's name
   */
  List<Integer> int32s(String field);

  /**
   * {@return the object in a field, if there is one}
   *
   * @param field the field's name
   */
  Optional<? extends FieldSource> object(String field);

  /**
   * {@return the objects of the list in a field; where an element is none, an empty one; empty if
   * there is no list}
   *
   * @param field the field's name
   */
  List<? extends FieldSource> objects(String field);
}
