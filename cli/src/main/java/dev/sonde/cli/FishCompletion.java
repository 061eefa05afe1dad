package dev.sonde.cli;

import java.util.Iterator;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** A script that completes a command line in fish, for which picocli writes none. */
final class FishCompletion {

  private final StringBuilder script = new StringBuilder();
  private final String root;

  private FishCompletion(String root) {
    this.root = root;
  }

  static String of(CommandSpec root) {
    FishCompletion completion = new FishCompletion(root.name());
    for (CommandLine subcommand : root.subcommands().values()) {
      completion.add(subcommand.getCommandSpec());
    }
    completion.addOptions(root, "__fish_use_subcommand");
    return completion.script.toString();
  }

  private void add(CommandSpec subcommand) {
    line("__fish_use_subcommand")
        .append(" -a ")
        .append(quoted(subcommand.name()))
        .append(described(subcommand.usageMessage().description()))
        .append('\n');
    addOptions(subcommand, "__fish_seen_subcommand_from " + subcommand.name());
  }

  private void addOptions(CommandSpec command, String condition) {
    for (OptionSpec option : command.options()) {
      if (option.hidden()) {
        continue;
      }
      line(condition);
      for (String name : option.names()) {
        script.append(name.startsWith("--") ? " -l " : " -s ").append(name.replaceFirst("^-+", ""));
      }
      if (option.arity().max() > 0) {
        script.append(" -r").append(values(option));
      }
      script.append(described(option.description())).append('\n');
    }
  }

  private StringBuilder line(String condition) {
    return script.append("complete -c ").append(root).append(" -n ").append(quoted(condition));
  }

  /** The values that an option may have, where they are known. */
  private static String values(OptionSpec option) {
    Iterable<String> candidates = option.completionCandidates();
    if (candidates == null) {
      return "";
    }
    StringBuilder values = new StringBuilder();
    for (Iterator<String> each = candidates.iterator(); each.hasNext(); ) {
      values.append(each.next().toLowerCase(Locale.ROOT)).append(each.hasNext() ? " " : "");
    }
    return values.isEmpty() ? "" : " -f -a " + quoted(values.toString());
  }

  private static String described(String[] description) {
    return description.length == 0 ? "" : " -d " + quoted(description[0]);
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
