package dev.sonde.lint;

import dev.sonde.model.ContainerSpec;
import dev.sonde.model.HttpGet;
import dev.sonde.model.Probe;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Recognises a container that runs on a JVM by what its manifest shows. */
public final class JvmSigns {

  /** Words in the names of images that hold a JVM. */
  private static final Set<String> JVM_WORDS =
      Set.of(
          "java",
          "jdk",
          "jre",
          "jvm",
          "openjdk",
          "adoptopenjdk",
          "temurin",
          "corretto",
          "amazoncorretto",
          "zulu",
          "liberica",
          "semeru",
          "sapmachine",
          "spring",
          "springboot",
          "springio",
          "quarkus",
          "micronaut",
          "tomcat",
          "tomee",
          "jetty",
          "wildfly",
          "jboss",
          "payara",
          "glassfish");

  /** Programs that run on a JVM, by the last name in the image's path. */
  private static final Set<String> SERVERS =
      Set.of(
          "elasticsearch",
          "opensearch",
          "logstash",
          "kafka",
          "kafka-ui",
          "akhq",
          "kafdrop",
          "zookeeper",
          "cassandra",
          "solr",
          "neo4j",
          "jenkins",
          "sonarqube",
          "nexus3",
          "keycloak",
          "activemq",
          "artemis",
          "flink",
          "spark",
          "nifi",
          "trino",
          "druid",
          "hbase",
          "hazelcast",
          "ignite",
          "pulsar",
          "zipkin",
          "hivemq4",
          "nacos-server",
          "seata-server",
          "skywalking-oap-server",
          "open-liberty",
          "websphere-liberty",
          "schema-registry",
          "metabase",
          "openfire",
          "wiremock",
          "sentinel-dashboard",
          "apicurio-registry");

  private static final Pattern VARIABLE =
      Pattern.compile(
          "_?(?:JAVA|JVM|JDK)_.+|(?:SPRING|QUARKUS|MICRONAUT|CATALINA|JBOSS)_.+"
              + "|\\w+_(?:JAVA_OPTS|JAVA_OPTIONS|JVM_OPTS|HEAP_OPTS)"
              + "|EUREKA_(?:CLIENT|INSTANCE)_.+|MANAGEMENT_(?:ENDPOINTS?_.+|SERVER_PORT)|MAX_HEAP_SIZE");

  /** Where another program is, not what this one is. */
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?:JAVA|SPRING|QUARKUS|JVM)_(?:\\w*(?:APP|API|SERVICE|BACKEND|SERVER|GATEWAY)_)?"
              + "(?:URL|URI|HOST|ADDR|ADDRESS|ENDPOINT|PORT)");

  private static final Pattern OPTION =
      Pattern.compile(".*(?:^|\\s)-(?:Xm[sx]\\d|Xss\\d|XX:|javaagent:|Dspring\\.|Djava\\.).*");

  private static final Pattern COMMAND =
      Pattern.compile(
          "(?s)(?:.*[\\s;&|/(])?java(?:\\s.*)?|(?s)(?:.*\\s)?-jar(?:\\s.*)?|(?s).*\\.jar"
              + "|(?s).*\\$\\{?(?:JAVA|JVM)_\\w+.*|--spring\\..+|-Dquarkus\\..+"
              + "|org\\.springframework\\..+");

  private static final List<String> HINTS =
      List.of("java", "jar", "JAVA_", "JVM_", "-X", "spring", "quarkus");

  private static final Pattern PATH =
      Pattern.compile(".*/(?:actuator|q/health|management/health)(?:[/?].*)?");

  private JvmSigns() {}

  /**
   * {@return {@code true} if something shows that the container runs on a JVM; unset otherwise,
   * since nothing can show the contrary}
   *
   * @param container its probes and ports
   * @param context what else is known about it
   */
  public static Optional<Boolean> in(ContainerSpec container, ContainerContext context) {
    boolean shown =
        !context.image().map(JvmSigns::isNative).orElse(false)
            && (context.image().map(JvmSigns::isOfImage).orElse(false)
                || context.commandAndArgs().stream().anyMatch(JvmSigns::isOfCommand)
                || context.variables().entrySet().stream().anyMatch(JvmSigns::isOfVariable)
                || container.probes().values().stream().anyMatch(JvmSigns::isOfProbe));
    return shown ? Optional.of(true) : Optional.empty();
  }

  /** Compiled to a program of its own, as by GraalVM, it has no JVM. */
  private static boolean isNative(String image) {
    return words(image).contains("native");
  }

  private static boolean isOfImage(String image) {
    String lower = image.toLowerCase(Locale.ROOT);
    String server = lower.substring(lower.lastIndexOf('/') + 1).replaceFirst("[:@].*", "");
    return words(image).stream().anyMatch(JVM_WORDS::contains)
        || SERVERS.contains(server)
        || lower.contains("confluentinc/cp-");
  }

  /** With the numbers of versions at their ends cut off: {@code java21} is about Java. */
  private static List<String> words(String image) {
    return Stream.of(image.toLowerCase(Locale.ROOT).split("[^a-z0-9]+"))
        .map(word -> word.replaceFirst("\\d+$", ""))
        .toList();
  }

  /** There may be very many, and most have none of these. */
  private static boolean isOfCommand(String element) {
    return HINTS.stream().anyMatch(element::contains) && isJavaIn(element);
  }

  private static boolean isJavaIn(String element) {
    return COMMAND.matcher(element).matches() || OPTION.matcher(element).matches();
  }

  private static boolean isOfVariable(Map.Entry<String, Optional<String>> variable) {
    boolean named =
        VARIABLE.matcher(variable.getKey()).matches()
            && !ADDRESS.matcher(variable.getKey()).matches();
    return named
        || variable
            .getValue()
            .filter(value -> OPTION.matcher(value).matches() || value.startsWith("jdbc:"))
            .isPresent();
  }

  private static boolean isOfProbe(Probe probe) {
    return probe
        .handler()
        .filter(
            handler ->
                handler instanceof HttpGet http && PATH.matcher(http.effectivePath()).matches())
        .isPresent();
  }
}
