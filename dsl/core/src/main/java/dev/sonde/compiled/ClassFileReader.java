package dev.sonde.compiled;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Reads class files, of any version of Java: the class itself is not loaded, and nothing that it
 * refers to need exist. Used once.
 */
final class ClassFileReader {

  private record Nesting(String outer, String simpleName) {}

  private static final int MAGIC = 0xCAFEBABE;
  private static final int ACC_INTERFACE_OR_ABSTRACT = 0x0600;
  private static final int ACC_SYNTHETIC = 0x1000;

  private final DataInputStream in;
  private final ConstantPool constants;
  private final Map<String, Nesting> nestings = new TreeMap<>();
  private final List<String> annotations = new ArrayList<>();
  private Optional<String> sourceFile = Optional.empty();
  private boolean local;

  private ClassFileReader(DataInputStream in, ConstantPool constants) {
    this.in = in;
    this.constants = constants;
  }

  /**
   * {@return what is in a class file}
   *
   * @throws IOException if it is no class file
   */
  static ClassFile read(byte[] content) throws IOException {
    return of(content).read();
  }

  /**
   * {@return whether a class makes objects of another by its constructor without parameters; a
   * class that extends the other calls that for itself, which does not count}
   *
   * @param content its class file
   * @param made the other's name, with {@code /}
   * @throws IOException if it is no class file
   */
  static boolean constructs(byte[] content, String made) throws IOException {
    ClassFileReader reader = of(content);
    reader.in.skipNBytes(4); // what it may be used for, and its own name
    int superclass = reader.in.readUnsignedShort();
    return (superclass == 0 || !reader.constants.className(superclass).equals(made))
        && reader.constants.hasMember(made, "<init>", "()V");
  }

  private static ClassFileReader of(byte[] content) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(content));
    if (in.readInt() != MAGIC) {
      throw new IOException("it is no class file");
    }
    in.skipNBytes(4);
    return new ClassFileReader(in, ConstantPool.read(in));
  }

  private ClassFile read() throws IOException {
    int access = in.readUnsignedShort();
    String name = constants.className(in.readUnsignedShort());
    List<String> supertypes = supertypes();
    readMembers(false);
    readMembers(true);
    readAttributes("");
    return new ClassFile(
        name.replace('/', '.'),
        canonical(name).replace('/', '.'),
        outer(name),
        members(name),
        (access & ACC_INTERFACE_OR_ABSTRACT) != 0,
        local || (access & ACC_SYNTHETIC) != 0,
        supertypes,
        sourceFile,
        annotations);
  }

  private List<String> supertypes() throws IOException {
    List<String> supertypes = new ArrayList<>();
    int superclass = in.readUnsignedShort();
    if (superclass != 0) {
      supertypes.add(constants.className(superclass).replace('/', '.'));
    }
    int interfaces = in.readUnsignedShort();
    for (int index = 0; index < interfaces; index++) {
      supertypes.add(constants.className(in.readUnsignedShort()).replace('/', '.'));
    }
    return supertypes;
  }

  /** The compiler copies annotations to bridge methods, which are not in the source. */
  private void readMembers(boolean methods) throws IOException {
    int count = in.readUnsignedShort();
    for (int index = 0; index < count; index++) {
      int access = in.readUnsignedShort();
      String name = constants.text(in.readUnsignedShort());
      in.skipNBytes(2);
      if (methods && (access & ACC_SYNTHETIC) == 0) {
        readAttributes(name);
      } else {
        skipAttributes();
      }
    }
  }

  private void skipAttributes() throws IOException {
    int count = in.readUnsignedShort();
    for (int index = 0; index < count; index++) {
      in.skipNBytes(2);
      in.skipNBytes(in.readInt());
    }
  }

  /**
   * Reads the attributes of a method, or of the class.
   *
   * @param method the method's name, empty for the class
   */
  private void readAttributes(String method) throws IOException {
    int count = in.readUnsignedShort();
    for (int index = 0; index < count; index++) {
      String attribute = constants.text(in.readUnsignedShort());
      int length = in.readInt();
      switch (attribute) {
        case "RuntimeInvisibleAnnotations", "RuntimeVisibleAnnotations" -> readAnnotations(method);
        case "SourceFile" -> sourceFile = Optional.of(constants.text(in.readUnsignedShort()));
        case "InnerClasses" -> readInnerClasses();
        default -> {
          local |= attribute.equals("EnclosingMethod");
          in.skipNBytes(length);
        }
      }
    }
  }

  private void readAnnotations(String method) throws IOException {
    AnnotationReader reader = new AnnotationReader(in, constants);
    for (String annotation : reader.readAll()) {
      if (annotation.startsWith("@" + ClassFolder.ANNOTATIONS)) {
        annotations.add(
            method.isEmpty() ? annotation : AnnotationText.onMethod(method, annotation));
      }
    }
  }

  private void readInnerClasses() throws IOException {
    int count = in.readUnsignedShort();
    for (int index = 0; index < count; index++) {
      String inner = constants.className(in.readUnsignedShort());
      int outer = in.readUnsignedShort();
      int simpleName = in.readUnsignedShort();
      in.skipNBytes(2);
      if (outer != 0 && simpleName != 0) {
        nestings.put(inner, new Nesting(constants.className(outer), constants.text(simpleName)));
      }
    }
  }

  /** A dollar sign may be part of a name: only the file itself knows what is nested in what. */
  private String canonical(String binaryName) {
    Nesting nesting = nestings.get(binaryName);
    return nesting == null ? binaryName : canonical(nesting.outer()) + "." + nesting.simpleName();
  }

  private Optional<String> outer(String name) {
    return Optional.ofNullable(nestings.get(name))
        .map(nesting -> nesting.outer().replace('/', '.'));
  }

  private Set<String> members(String name) {
    Set<String> members = new TreeSet<>();
    nestings.forEach(
        (inner, nesting) -> {
          if (nesting.outer().equals(name)) {
            members.add(inner.replace('/', '.'));
          }
        });
    return members;
  }
}
