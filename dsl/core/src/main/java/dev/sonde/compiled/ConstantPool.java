package dev.sonde.compiled;

import java.io.DataInputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The constants of a class file, as far as names and the values of annotations need them. */
final class ConstantPool {

  private static final int UTF8 = 1;
  private static final int INTEGER = 3;
  private static final int FLOAT = 4;
  private static final int LONG = 5;
  private static final int DOUBLE = 6;

  private record NameAndType(int name, int type) {}

  private record Member(int owner, int nameAndType) {}

  private final @Nullable Object[] entries;

  private ConstantPool(@Nullable Object[] entries) {
    this.entries = entries;
  }

  static ConstantPool read(DataInputStream in) throws IOException {
    @Nullable Object[] entries = new Object[in.readUnsignedShort()];
    for (int index = 1; index < entries.length; index++) {
      int tag = in.readUnsignedByte();
      switch (tag) {
        case UTF8 -> entries[index] = in.readUTF();
        case INTEGER -> entries[index] = in.readInt();
        case FLOAT -> entries[index] = in.readFloat();
        // These two take two places each.
        case LONG -> entries[index++] = in.readLong();
        case DOUBLE -> entries[index++] = in.readDouble();
        // A class, text, method type, module or package: the place of its name.
        case 7, 8, 16, 19, 20 -> entries[index] = in.readUnsignedShort();
        case 9, 10, 11 ->
            entries[index] = new Member(in.readUnsignedShort(), in.readUnsignedShort());
        case 12 -> entries[index] = new NameAndType(in.readUnsignedShort(), in.readUnsignedShort());
        case 15 -> in.skipNBytes(3);
        case 17, 18 -> in.skipNBytes(4);
        default -> throw new IOException("it has a constant of the unknown kind " + tag);
      }
    }
    return new ConstantPool(entries);
  }

  String text(int index) throws IOException {
    return entry(index, String.class);
  }

  /** {@return the name of a class, with {@code /}} */
  String className(int index) throws IOException {
    return text(entry(index, Integer.class));
  }

  String number(int index) throws IOException {
    return String.valueOf(entry(index, Number.class));
  }

  boolean flag(int index) throws IOException {
    return entry(index, Integer.class) != 0;
  }

  /** {@return whether the class uses a member, its own or another's} */
  boolean hasMember(String owner, String name, String type) throws IOException {
    for (Object entry : entries) {
      if (entry instanceof Member member && className(member.owner()).equals(owner)) {
        NameAndType used = entry(member.nameAndType(), NameAndType.class);
        if (text(used.name()).equals(name) && text(used.type()).equals(type)) {
          return true;
        }
      }
    }
    return false;
  }

  private <T> T entry(int index, Class<T> type) throws IOException {
    if (index < entries.length && type.isInstance(entries[index])) {
      return type.cast(entries[index]);
    }
    throw new IOException("its constant " + index + " is not what it has to be");
  }
}
