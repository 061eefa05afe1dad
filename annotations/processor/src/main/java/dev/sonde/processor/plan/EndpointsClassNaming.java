package dev.sonde.processor.plan;

import dev.sonde.processor.read.CheckDeclaration;
import dev.sonde.processor.read.DeclarationRole;
import dev.sonde.processor.read.ProbeDeclaration;
import dev.sonde.processor.read.TypeRef;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Names the endpoints class. It is beside the class with {@code @Container}, else beside the only
 * class whose annotation sets parameters, else beside the only annotated class, and is named after
 * it. Where there is no such class it is called {@code ApplicationHealth} and is in the package
 * that all annotated classes have in common.
 */
final class EndpointsClassNaming {

  private static final String SUFFIX = "Health";
  private static final String WITHOUT_CLASS = "Application" + SUFFIX;

  private EndpointsClassNaming() {}

  static ClassName of(ContainerDeclarations share) {
    Optional<TypeRef> eponym = eponym(share);
    return eponym.isPresent()
        ? new ClassName(eponym.get().packageName(), eponym.get().flatName() + SUFFIX)
        : new ClassName(commonPackage(share), WITHOUT_CLASS);
  }

  private static Optional<TypeRef> eponym(ContainerDeclarations share) {
    if (share.container().isPresent()) {
      return Optional.of(share.container().get().type());
    }
    TreeSet<TypeRef> settingParameters = new TreeSet<>();
    TreeSet<TypeRef> annotated = new TreeSet<>();
    for (ProbeDeclaration declaration : share.declarations()) {
      if (!declaration.onMethod()) {
        annotated.add(declaration.declaredIn());
        if (declaration.role() instanceof DeclarationRole.Parameters) {
          settingParameters.add(declaration.declaredIn());
        }
      }
    }
    TreeSet<TypeRef> candidates = settingParameters.isEmpty() ? annotated : settingParameters;
    return candidates.size() == 1 ? Optional.of(candidates.first()) : Optional.empty();
  }

  private static String commonPackage(ContainerDeclarations share) {
    TreeSet<String> packages = new TreeSet<>();
    for (ProbeDeclaration declaration : share.declarations()) {
      packages.add(declaration.declaredIn().packageName());
      for (CheckDeclaration check : declaration.checks()) {
        packages.add(check.owner().packageName());
      }
    }
    // What the first and the last of sorted names have in common, all have.
    String common = common(packages.first(), packages.last());
    return common.isEmpty() ? packages.first() : common;
  }

  private static String common(String first, String last) {
    int end = 0;
    for (int index = 0; index <= first.length() && index <= last.length(); index++) {
      boolean firstEnds = index == first.length() || first.charAt(index) == '.';
      boolean lastEnds = index == last.length() || last.charAt(index) == '.';
      if (firstEnds && lastEnds) {
        end = index;
      }
      if (index == first.length()
          || index == last.length()
          || first.charAt(index) != last.charAt(index)) {
        break;
      }
    }
    return first.substring(0, end);
  }
}
