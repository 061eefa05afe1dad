package dev.sonde.manifests.framework;

import dev.sonde.rules.FrameworkRules;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where the settings of a feature or an observer are, which Helidon SE also takes as an item of a
 * list or by its type.
 *
 * @param settings what counts
 * @param microProfile whether it is Helidon MP, which makes its own and reads no list
 */
record HelidonProviders(EffectiveSettings settings, boolean microProfile) {

  /**
   * {@return what the names of its settings begin with}
   *
   * @param parent such as {@code server.features}
   * @param type such as {@code observe}
   */
  String prefix(String parent, String type) {
    String usual = parent + "." + type;
    refuseNamed(parent, type, usual);
    for (String item : microProfile ? List.<String>of() : items(parent)) {
      Optional<Setting> own = settings.find(item + ".type");
      if (own.filter(word -> word.value().strip().equals(type)).isPresent()) {
        return item;
      }
      if (own.isEmpty()) {
        refuseWithoutType(item);
        if (settings.below(item + "." + type).isPresent()) {
          return item + "." + type;
        }
      }
    }
    return usual;
  }

  /** The items of a list that say anything, in their order. */
  private List<String> items(String parent) {
    return names(parent)
        .map(name -> name.substring(parent.length() + 1).split("\\.", -1)[0])
        .filter(index -> index.matches("\\d{1,9}"))
        .map(Integer::valueOf)
        .distinct()
        .sorted()
        .map(index -> parent + "." + index)
        .toList();
  }

  private Stream<String> names(String parent) {
    return settings.layers().stream()
        .flatMap(layer -> layer.settings().stream())
        .map(Setting::name)
        .filter(name -> name.startsWith(parent + "."));
  }

  private void refuseWithoutType(String item) {
    settings
        .below(item)
        .filter(setting -> setting.name().indexOf('.', item.length() + 1) < 0)
        .ifPresent(
            setting -> {
              throw new SettingException(
                  setting.finding(
                      FrameworkRules.WRONG,
                      item + " has no type, and Helidon does not start.",
                      "Write the type, such as observe."));
            });
  }

  /** Of one by another name nobody tried what counts beside the usual one. */
  private void refuseNamed(String parent, String type, String usual) {
    Pattern otherName = Pattern.compile(Pattern.quote(parent) + "\\.(?!\\d+\\.)[^.]+\\.type");
    names(parent)
        .filter(name -> otherName.matcher(name).matches())
        .flatMap(name -> settings.find(name).stream())
        .filter(setting -> setting.value().strip().equals(type))
        .findFirst()
        .ifPresent(
            setting -> {
              throw new SettingException(
                  setting.finding(
                      FrameworkRules.UNKNOWN,
                      setting.name() + " configures it by another name, which is not read.",
                      "Write it as " + usual + "."));
            });
  }
}
