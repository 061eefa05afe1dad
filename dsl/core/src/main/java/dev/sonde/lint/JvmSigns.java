package dev.sonde.lint;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Recognises a container that runs on a JVM by what its manifest shows. */
public final class JvmSigns {

  private static final Pattern IMAGE =
      Pattern.compile(
          ".*\\b(openjdk|temurin|corretto|zulu|jre|jdk|java|tomcat|jetty|wildfly|spring)"
              + "(?![a-z]*script).*");

  private static final Set<String> VARIABLES =
      Set.of(
          "JAVA_OPTS",
          "JAVA_TOOL_OPTIONS",
          "JDK_JAVA_OPTIONS",
          "JAVA_HOME",
          "JAVA_OPTIONS",
          "CATALINA_OPTS",
          "SPRING_PROFILES_ACTIVE");

  private JvmSigns() {}

  /**
   * {@return {@code true} if something shows that the container runs on a JVM; unset otherwise,
   * since nothing can show the contrary}
   *
   * @param image the container's image
   * @param commandAndArgs its command and arguments
   * @param variables the names of its environment variables
   */
  public static Optional<Boolean> in(
      Optional<String> image, List<String> commandAndArgs, Collection<String> variables) {
    boolean shown =
        image.map(JvmSigns::isOfImage).orElse(false)
            || commandAndArgs.stream().anyMatch(JvmSigns::isOfCommand)
            || variables.stream().anyMatch(VARIABLES::contains);
    return shown ? Optional.of(true) : Optional.empty();
  }

  private static boolean isOfImage(String image) {
    return IMAGE.matcher(image.toLowerCase(Locale.ROOT)).matches();
  }

  private static boolean isOfCommand(String element) {
    return ExecView.fileName(element).equals("java")
        || element.endsWith(".jar")
        || element.startsWith("java ")
        || element.contains("exec java ");
  }
}
