package dev.sonde.processor.plan;

import dev.sonde.processor.read.CheckDeclaration;
import dev.sonde.processor.read.CheckMethod;

/** Names checks after their code, in kebab case. */
final class CheckName {

  private CheckName() {}

  /**
   * {@return the name of a check that its author did not name, such as {@code database-reachable}}
   */
  static String of(CheckDeclaration check) {
    String owner = kebab(ownerOf(check));
    return check.ofHealthCheck() ? owner : owner + "-" + kebab(sourceNameOf(check.method()));
  }

  /** Functions beside classes are in one called after the file, such as {@code RoomsKt}. */
  private static String ownerOf(CheckDeclaration check) {
    String owner = check.owner().simpleName();
    boolean ofFile = check.method().kotlin() && check.method().isStatic() && owner.endsWith("Kt");
    return ofFile && owner.length() > 2 ? owner.substring(0, owner.length() - 2) : owner;
  }

  /**
   * Kotlin's compiler adds the name of the module to internal functions, such as {@code
   * inside$app}, and {@code get} to properties.
   */
  private static String sourceNameOf(CheckMethod method) {
    String name = method.name();
    if (!method.kotlin()) {
      return name;
    }
    int module = name.indexOf('$');
    String plain = module > 0 ? name.substring(0, module) : name;
    boolean property =
        plain.length() > 3 && plain.startsWith("get") && Character.isUpperCase(plain.charAt(3));
    return property ? plain.substring(3) : plain;
  }

  /** {@return the words of a Java name: {@code isDNSReady2} gives {@code is-dns-ready2}} */
  static String kebab(String name) {
    StringBuilder words = new StringBuilder();
    for (int index = 0; index < name.length(); index++) {
      char c = name.charAt(index);
      if (c == '_' || c == '$') {
        separate(words);
      } else {
        if (startsWord(name, index)) {
          separate(words);
        }
        words.append(Character.toLowerCase(c));
      }
    }
    return words.toString();
  }

  private static boolean startsWord(String name, int index) {
    if (index == 0 || !Character.isUpperCase(name.charAt(index))) {
      return false;
    }
    boolean afterUpper = Character.isUpperCase(name.charAt(index - 1));
    boolean beforeLower =
        index + 1 < name.length() && Character.isLowerCase(name.charAt(index + 1));
    return !afterUpper || beforeLower;
  }

  private static void separate(StringBuilder words) {
    if (!words.isEmpty() && words.charAt(words.length() - 1) != '-') {
      words.append('-');
    }
  }
}
