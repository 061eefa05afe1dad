package dev.sonde.manifests.framework;

import dev.sonde.manifests.decode.JsonReader;
import dev.sonde.manifests.output.ManifestPlace;
import dev.sonde.manifests.output.PlacedFinding;
import dev.sonde.manifests.tree.ScalarNode;
import dev.sonde.manifests.tree.YamlTreeNode;
import dev.sonde.manifests.workload.ConfigMapNode;
import dev.sonde.rules.FieldPath;
import dev.sonde.rules.FindingWords;
import dev.sonde.rules.FrameworkRules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what a container sets: variables, arguments, and the ConfigMaps that it names. Used once.
 */
final class ContainerSettingsReader {

  /** The variables that every JVM reads, or its launcher. */
  private static final List<String> JVM_VARIABLES =
      List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS");

  private static final Pattern OPTIONS =
      Pattern.compile(
          "(^|\\s)-D%?(server|management|spring|quarkus|micronaut|endpoints|health)\\.");
  private static final Pattern REFERENCE = Pattern.compile("\\$\\(([A-Za-z0-9_.-]+)\\)");

  /** As Micronaut takes them, too; {@code -Dname=value} is none. */
  private static final Pattern SHORT_ARGUMENT =
      Pattern.compile("^-(?!D)[A-Za-z][A-Za-z0-9_-]*\\.[A-Za-z0-9._\\[\\]-]+(=|$)");

  private static final Pattern SHELL_VARIABLE = Pattern.compile("\\$([A-Za-z_][A-Za-z0-9_]*)");
  private static final Pattern APPLICATION_FILE =
      Pattern.compile("(application|bootstrap|microprofile-config)([.-].*)?");

  private final RunningContainer container;
  private final Map<String, Setting> variables = new LinkedHashMap<>();
  private final List<Setting> properties = new ArrayList<>();
  private final List<Setting> arguments = new ArrayList<>();
  private final List<Setting> wideArguments = new ArrayList<>();
  private final List<PlacedFinding> unseen = new ArrayList<>();

  /** Whether the last argument has no value yet, which may be the next word. */
  private boolean isOpen;

  /** Whether the next word names the jar, behind which the application's own words are. */
  private boolean isJarNext;

  private boolean isBehindJar;

  private ContainerSettingsReader(RunningContainer container) {
    this.container = container;
  }

  static ContainerSettings read(RunningContainer container) {
    ContainerSettingsReader reader = new ContainerSettingsReader(container);
    JsonReader fields = JsonReader.of(container.node().node());
    reader.forEach(fields, "envFrom", reader::readSource);
    reader.forEach(fields, "env", reader::readVariable);
    for (String variable : JVM_VARIABLES) {
      Optional.ofNullable(reader.variables.get(variable)).ifPresent(reader::readOptions);
    }
    reader.variables.values().forEach(reader::tellOptions);
    reader.readWords(fields);
    reader.readVolumes(fields);
    return new ContainerSettings(
        List.copyOf(reader.variables.values()),
        reader.properties,
        reader.arguments,
        reader.wideArguments,
        reader.unseen);
  }

  private interface ItemReader {
    void read(YamlTreeNode node, JsonReader item);
  }

  private void forEach(JsonReader fields, String list, ItemReader reader) {
    fields.list(list, node -> node).forEach(node -> reader.read(node, JsonReader.of(node)));
  }

  private void readSource(YamlTreeNode node, JsonReader source) {
    ManifestPlace place = container.places().apply(node);
    String prefix = source.text("prefix").orElse("");
    Optional<JsonReader> reference = source.object("configMapRef");
    Optional<String> name = reference.flatMap(map -> map.text("name"));
    Optional<ConfigMapNode> map = name.flatMap(container::configMap);
    if (map.isPresent()) {
      map.get()
          .data()
          .forEach(
              (key, entry) ->
                  variables.put(
                      prefix + key, new Setting(prefix + key, entry.text(), entry.place())));
    } else if (name.isPresent()) {
      unseen(place, "all of ConfigMap " + name.get() + " become variables, and it is in no file.");
    } else {
      source
          .object("secretRef")
          .flatMap(secret -> secret.text("name"))
          .ifPresent(
              secret ->
                  unseen(
                      place, "all of Secret " + secret + " become variables, which are not read."));
    }
  }

  private void unseen(ManifestPlace place, String message) {
    unseen.add(
        place.finding(
            FrameworkRules.UNSEEN.finding(
                FieldPath.ROOT,
                message,
                "See that it moves neither port nor path of the health endpoints.")));
  }

  private void readVariable(YamlTreeNode node, JsonReader variable) {
    Optional<String> name = variable.text("name");
    if (name.isEmpty()) {
      return;
    }
    ManifestPlace place = container.places().apply(node);
    Optional<JsonReader> from = variable.object("valueFrom");
    Setting setting =
        from.isPresent()
            ? valueFrom(name.get(), from.get(), place)
            : new Setting(
                name.get(), expanded(variable.text("value").orElse("")), Optional.empty(), place);
    variables.put(name.get(), setting);
  }

  private Setting valueFrom(String name, JsonReader from, ManifestPlace place) {
    Optional<JsonReader> reference = from.object("configMapKeyRef");
    Optional<ConfigMapNode.Entry> entry =
        reference
            .flatMap(key -> key.text("name"))
            .flatMap(container::configMap)
            .flatMap(
                map ->
                    reference
                        .flatMap(key -> key.text("key"))
                        .flatMap(key -> Optional.ofNullable(map.data().get(key))));
    return entry
        .map(found -> new Setting(name, found.text(), found.place()))
        .orElseGet(
            () ->
                new Setting(
                    name,
                    "",
                    Optional.of("comes from " + origin(from) + ", which is in no file here"),
                    place));
  }

  private static String origin(JsonReader from) {
    if (from.object("configMapKeyRef").isPresent()) {
      return "a ConfigMap";
    }
    return from.object("secretKeyRef").isPresent() ? "a Secret" : "the pod itself";
  }

  /** As Kubernetes does with the variables that it knows by then. */
  private String expanded(String text) {
    return REFERENCE
        .matcher(text)
        .replaceAll(
            match ->
                Matcher.quoteReplacement(
                    Optional.ofNullable(variables.get(match.group(1)))
                        .filter(variable -> variable.hidden().isEmpty())
                        .map(Setting::value)
                        .orElse(match.group())));
  }

  private void readOptions(Setting variable) {
    for (String word : variable.value().strip().split("\\s+", -1)) {
      readWord(word, variable.place());
    }
  }

  /** Options in a variable that only some images hand to the JVM. */
  private void tellOptions(Setting variable) {
    if (!JVM_VARIABLES.contains(variable.name()) && OPTIONS.matcher(variable.value()).find()) {
      unseen(
          variable.place(),
          variable.name() + " sets system properties, if the image hands it to the JVM.");
    }
  }

  private void readWords(JsonReader fields) {
    List<YamlTreeNode> words = new ArrayList<>(fields.list("command", node -> node));
    words.addAll(fields.list("args", node -> node));
    for (YamlTreeNode node : words) {
      if (node instanceof ScalarNode scalar) {
        ManifestPlace place = container.places().apply(node);
        String text = expanded(scalar.text());
        boolean isScript = text.strip().matches("(?s).*\\s.*");
        for (String word : text.strip().split("\\s+", -1)) {
          readWord(isScript ? inShell(word) : word, place);
        }
      }
    }
  }

  /** A variable in a script of a shell is one as in a setting. */
  private static String inShell(String word) {
    String bare = word.replace("\"", "").replace("'", "");
    return SHELL_VARIABLE.matcher(bare).replaceAll("\\${$1}");
  }

  private void readWord(String word, ManifestPlace place) {
    boolean isOfJvm = !isBehindJar && word.startsWith("-D");
    isBehindJar |= isJarNext;
    isJarNext = word.equals("-jar");
    boolean isLong = word.startsWith("--");
    boolean isShort = !isLong && SHORT_ARGUMENT.matcher(word).find();
    if (isLong || isShort || isOfJvm) {
      String assignment = word.substring(isShort ? 1 : 2);
      int equals = assignment.indexOf('=');
      String name = equals < 0 ? assignment : assignment.substring(0, equals);
      String value = equals < 0 ? "" : assignment.substring(equals + 1);
      Setting setting = new Setting(name, value, place);
      (isLong ? arguments : isShort ? wideArguments : properties).add(setting);
      if (isLong) {
        wideArguments.add(setting);
      }
      isOpen = equals < 0 && !isOfJvm;
    } else if (isOpen) {
      wideArguments.add(wideArguments.remove(wideArguments.size() - 1).withValue(word));
      isOpen = false;
    }
  }

  /** Files that lie over those of the application. */
  private void readVolumes(JsonReader fields) {
    JsonReader pod =
        container.node().around().isEmpty()
            ? JsonReader.of(container.node().node()).at(List.of("none"))
            : JsonReader.of(container.node().around().get(0));
    List<String> mounted =
        fields.objects("volumeMounts").stream().flatMap(m -> m.text("name").stream()).toList();
    forEach(
        pod,
        "volumes",
        (node, volume) -> {
          boolean isHere = volume.text("name").filter(mounted::contains).isPresent();
          volume
              .object("configMap")
              .flatMap(map -> map.text("name"))
              .filter(name -> isHere)
              .flatMap(container::configMap)
              .ifPresent(map -> tellFiles(container.places().apply(node), map));
        });
  }

  private void tellFiles(ManifestPlace place, ConfigMapNode map) {
    map.data().keySet().stream()
        .filter(key -> APPLICATION_FILE.matcher(key).matches())
        .sorted()
        .findFirst()
        .ifPresent(
            key ->
                unseen(
                    place,
                    FindingWords.quote(key)
                        + " of ConfigMap "
                        + map.name()
                        + " is mounted, and not read as configuration."));
  }
}
