package dev.sonde.manifests.framework;

import dev.sonde.rules.FindingWords;
import dev.sonde.rules.FrameworkRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What counts of all that is set.
 *
 * @param layers what counts most comes first
 * @param names which written names mean a setting
 */
record EffectiveSettings(List<Layer> layers, SettingNames names) {

  private static final int DEEPEST = 20;

  /**
   * Settings of one place.
   *
   * @param settings of two with one name the last one counts
   * @param variables whether they are environment variables
   */
  record Layer(List<Setting> settings, boolean variables) {

    Layer {
      settings = List.copyOf(settings);
    }
  }

  EffectiveSettings {
    layers = List.copyOf(layers);
  }

  /**
   * {@return a setting with its placeholders resolved, if anybody sets it}
   *
   * @throws SettingException if nobody knows its value
   */
  Optional<Setting> find(String key) {
    return written(key).map(this::resolved);
  }

  /** {@return the same; one that is set to nothing is not set} */
  Optional<Setting> filled(String key) {
    return find(key).filter(setting -> !setting.value().isBlank());
  }

  /** {@return what is written, with its placeholders} */
  Optional<Setting> written(String key) {
    return layers.stream().flatMap(layer -> last(layer, key).stream()).findFirst();
  }

  private Optional<Setting> last(Layer layer, String key) {
    Predicate<Setting> meant =
        layer.variables()
            ? setting -> names.variableMeans(setting.name(), key)
            : setting -> names.means(setting.name(), key);
    return layer.settings().stream().filter(meant).reduce((one, other) -> other);
  }

  /** {@return the first setting below a name, if there is one} */
  Optional<Setting> below(String prefix) {
    return allBelow(prefix).findFirst();
  }

  private Stream<Setting> allBelow(String prefix) {
    return layers.stream()
        .flatMap(
            layer ->
                layer.settings().stream()
                    .filter(
                        setting ->
                            layer.variables()
                                ? names.variableIsBelow(setting.name(), prefix)
                                : names.isBelow(setting.name(), prefix)));
  }

  /** {@return the words of a list: with commas between them, or each with its index} */
  List<Setting> list(String key) {
    return layers.stream()
        .map(layer -> list(layer, key))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(List.of());
  }

  /** {@return the words of the lists of all places, what counts most first} */
  List<String> everyWord(String key) {
    return layers.stream()
        .flatMap(layer -> list(layer, key).stream())
        .flatMap(List::stream)
        .map(Setting::value)
        .toList();
  }

  private Optional<List<Setting>> list(Layer layer, String key) {
    Optional<Setting> whole = last(layer, key);
    if (whole.isPresent()) {
      Setting setting = resolved(whole.get());
      return Optional.of(
          Stream.of(setting.value().split(",", -1))
              .map(String::strip)
              .filter(word -> !word.isEmpty())
              .map(setting::withValue)
              .toList());
    }
    List<Setting> items = new ArrayList<>();
    for (int i = 0; last(layer, key + "[" + i + "]").isPresent(); i++) {
      items.add(resolved(last(layer, key + "[" + i + "]").get()));
    }
    return items.isEmpty() ? Optional.empty() : Optional.of(items);
  }

  /** {@return what a list says, without where it is said} */
  List<String> words(String key) {
    return list(key).stream().map(Setting::value).toList();
  }

  private Setting resolved(Setting setting) {
    if (setting.hidden().isPresent()) {
      throw new SettingException(
          setting.finding(
              FrameworkRules.UNKNOWN,
              setting.name() + " " + setting.hidden().get() + ".",
              "Set it in a file, or write its value into the manifest."));
    }
    return setting.withValue(resolved(setting, setting.value(), 0));
  }

  /** With the values of the innermost placeholders first. */
  private String resolved(Setting setting, String text, int depth) {
    int end = text.indexOf('}');
    int start = end < 0 ? -1 : text.lastIndexOf("${", end);
    if (start < 0) {
      return known(setting, text);
    }
    if (names == SettingNames.HYPHENATED && text.indexOf("${") < start) {
      throw new SettingException(
          setting.finding(
              FrameworkRules.WRONG,
              setting.name()
                  + " is "
                  + FindingWords.quote(setting.value())
                  + ", and Micronaut takes no placeholder inside another.",
              "Write ${ONE:OTHER:value}, which takes the first of them that is set."));
    }
    List<String> words = names.alternatives(text.substring(start + 2, end));
    String name = words.get(0);
    boolean hasDefault = words.size() > 1;
    Optional<String> value =
        words.subList(0, hasDefault ? words.size() - 1 : 1).stream()
            .flatMap(word -> depth > DEEPEST ? Stream.empty() : written(word).stream())
            .filter(found -> found.hidden().isEmpty())
            .findFirst()
            .map(found -> resolved(found, found.value(), depth + 1));
    if (value.isEmpty() && !hasDefault) {
      throw new SettingException(
          setting.finding(
              FrameworkRules.UNKNOWN,
              setting.name()
                  + " is "
                  + FindingWords.quote(setting.value())
                  + ", and nothing that was looked at says what "
                  + FindingWords.quote(name)
                  + " is.",
              "Set it among the variables of the container, or give it a default: ${"
                  + name
                  + ":value}."));
    }
    String replaced = value.orElseGet(() -> words.get(words.size() - 1));
    return resolved(setting, text.substring(0, start) + replaced + text.substring(end + 1), depth);
  }

  /** What a build or a server would have put in is not there. */
  private static String known(Setting setting, String text) {
    boolean isFiltered = text.startsWith("@") && text.endsWith("@") && text.length() > 2;
    if (isFiltered || text.startsWith("{cipher}") || text.startsWith("ENC(")) {
      throw new SettingException(
          setting.finding(
              FrameworkRules.UNKNOWN,
              setting.name()
                  + " is "
                  + FindingWords.quote(text)
                  + ", which is no value: "
                  + (isFiltered ? "the build puts it in." : "it is encrypted."),
              isFiltered
                  ? "Name the folder of classes, not the one of resources."
                  : "Write the value."));
    }
    return text;
  }

  /**
   * {@return whether a setting is on}
   *
   * @param setting one that is {@code true} or {@code false}
   * @throws SettingException if it is neither
   */
  static boolean isTrue(Setting setting) {
    String value = setting.value().strip();
    if (value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false")) {
      return value.equalsIgnoreCase("true");
    }
    throw new SettingException(
        setting.finding(
            FrameworkRules.WRONG,
            setting.name() + " is " + FindingWords.quote(value) + ", and neither true nor false.",
            "Write true or false."));
  }

  /** {@return whether a setting is on, if it is set} */
  Optional<Boolean> truth(String key) {
    return filled(key).map(EffectiveSettings::isTrue);
  }

  /**
   * {@return the port in a setting}
   *
   * @throws SettingException if it is none
   */
  static int port(Setting setting) {
    String value = setting.value().strip();
    if (value.matches("[-+]?\\d{1,9}") && Integer.parseInt(value) <= 65_535) {
      return Integer.parseInt(value);
    }
    throw new SettingException(
        setting.finding(
            FrameworkRules.WRONG,
            setting.name() + " is " + FindingWords.quote(value) + ", which is no port.",
            "Write a number from 1 to 65535."));
  }
}
