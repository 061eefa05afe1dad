package dev.sonde.processor.read;

import java.util.List;

/**
 * A class as generated code refers to it.
 *
 * @param packageName its package, empty for the unnamed one
 * @param nesting the class itself last, the classes around it before
 * @param reach from where it can be named
 * @param inSources whether it is compiled here, and not taken from a class file
 * @param deprecated whether it, or a class around it, is deprecated
 */
public record TypeRef(
    String packageName,
    List<Nesting> nesting,
    Accessibility reach,
    boolean inSources,
    boolean deprecated)
    implements Comparable<TypeRef> {

  /**
   * One class of a chain of nested ones.
   *
   * @param simpleName its simple name
   * @param typeParameters how many type parameters it declares
   * @param inner whether each of its objects belongs to an object of the class around it
   */
  public record Nesting(String simpleName, int typeParameters, boolean inner) {}

  /** Copies the chain, so that the value stays what it was. */
  public TypeRef {
    nesting = List.copyOf(nesting);
  }

  /** {@return the name of the class itself, without those around it} */
  public String simpleName() {
    return nesting.get(nesting.size() - 1).simpleName();
  }

  /** {@return the names of the class and of those around it, such as {@code Outer_Inner}} */
  public String flatName() {
    return joined('_');
  }

  /** {@return the names of the class and of those around it, such as {@code Outer.Inner}} */
  public String nestedName() {
    return joined('.');
  }

  /** {@return the full name, such as {@code com.acme.Outer.Inner}} */
  public String qualifiedName() {
    return packageName.isEmpty() ? nestedName() : packageName + "." + nestedName();
  }

  /**
   * Tells whether this is the other class or lies within it.
   *
   * @param other the other
   */
  public boolean isWithin(TypeRef other) {
    String own = qualifiedName();
    String outer = other.qualifiedName();
    return own.equals(outer)
        || (packageName.equals(other.packageName) && own.startsWith(outer + "."));
  }

  @Override
  public int compareTo(TypeRef other) {
    return qualifiedName().compareTo(other.qualifiedName());
  }

  /** {@return the full name} */
  @Override
  public String toString() {
    return qualifiedName();
  }

  private String joined(char separator) {
    StringBuilder name = new StringBuilder();
    for (Nesting one : nesting) {
      if (!name.isEmpty()) {
        name.append(separator);
      }
      name.append(one.simpleName());
    }
    return name.toString();
  }
}
