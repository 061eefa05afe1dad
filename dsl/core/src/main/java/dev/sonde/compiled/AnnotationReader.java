package dev.sonde.compiled;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads annotations from a class file and writes them as {@link AnnotationText} does. */
final class AnnotationReader {

  private final DataInputStream in;
  private final ConstantPool constants;

  AnnotationReader(DataInputStream in, ConstantPool constants) {
    this.in = in;
    this.constants = constants;
  }

  List<String> readAll() throws IOException {
    int count = in.readUnsignedShort();
    List<String> annotations = new ArrayList<>();
    for (int index = 0; index < count; index++) {
      annotations.add(annotation());
    }
    return annotations;
  }

  private String annotation() throws IOException {
    String type = typeName(constants.text(in.readUnsignedShort()));
    int count = in.readUnsignedShort();
    Map<String, String> values = new TreeMap<>();
    for (int index = 0; index < count; index++) {
      String name = constants.text(in.readUnsignedShort());
      values.put(name, value());
    }
    return AnnotationText.annotation(type, values);
  }

  private String value() throws IOException {
    int tag = in.readUnsignedByte();
    return switch (tag) {
      case 's' -> AnnotationText.text(constants.text(in.readUnsignedShort()));
      case 'Z' -> String.valueOf(constants.flag(in.readUnsignedShort()));
      case 'B', 'C', 'D', 'F', 'I', 'J', 'S' -> constants.number(in.readUnsignedShort());
      case 'c' -> typeName(constants.text(in.readUnsignedShort()));
      case 'e' -> {
        in.skipNBytes(2);
        yield constants.text(in.readUnsignedShort());
      }
      case '@' -> annotation();
      case '[' -> list();
      default -> throw new IOException("it has an annotation's value of the unknown kind " + tag);
    };
  }

  private String list() throws IOException {
    int count = in.readUnsignedShort();
    List<String> values = new ArrayList<>();
    for (int index = 0; index < count; index++) {
      values.add(value());
    }
    return AnnotationText.list(values);
  }

  /** {@return the binary name of a class, from its descriptor} */
  private static String typeName(String descriptor) {
    return descriptor.startsWith("L")
        ? descriptor.substring(1, descriptor.length() - 1).replace('/', '.')
        : descriptor;
  }
}
