package dev.sonde.compiled;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a class file says of its class.
 *
 * @param binaryName its full name, such as {@code com.acme.Outer$Inner}
 * @param canonicalName its full name in source, such as {@code com.acme.Outer.Inner}
 * @param outer the binary name of the class that it is a member of
 * @param members the binary names of the classes that are its members
 * @param isAbstract whether it is an interface or an abstract class
 * @param isLocal whether it is local, anonymous or synthetic: no annotation processor sees those
 * @param supertypes the binary names of what it extends and implements
 * @param sourceFile the name of the file that it was compiled from, without its folder
 * @param annotations Sonde's annotations on it and on its methods, as {@link AnnotationText} writes
 *     them
 */
public record ClassFile(
    String binaryName,
    String canonicalName,
    Optional<String> outer,
    Set<String> members,
    boolean isAbstract,
    boolean isLocal,
    List<String> supertypes,
    Optional<String> sourceFile,
    List<String> annotations) {

  /** Copies the lists, so that the value stays what it was. */
  public ClassFile {
    members = Set.copyOf(members);
    supertypes = List.copyOf(supertypes);
    annotations = List.copyOf(annotations);
  }

  /** Tells whether Sonde's processor has something to read in it. */
  public boolean isAnnotated() {
    return !isLocal && !annotations.isEmpty();
  }

  /** {@return the path of the source file below a source root, with {@code /}} */
  public Optional<String> sourcePath() {
    int end = binaryName.lastIndexOf('.');
    String folder = end < 0 ? "" : binaryName.substring(0, end + 1).replace('.', '/');
    return sourceFile.map(name -> folder + name);
  }

  /** {@return the canonical name of the class around it that has none around itself} */
  public String topLevelName() {
    int end = binaryName.lastIndexOf('.');
    int nesting = canonicalName.indexOf('.', end + 1);
    return nesting < 0 ? canonicalName : canonicalName.substring(0, nesting);
  }
}
