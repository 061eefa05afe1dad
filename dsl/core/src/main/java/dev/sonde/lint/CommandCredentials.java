package dev.sonde.lint;

import dev.sonde.rules.FindingWords;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a command has credentials written in it: it is named, never repeated. */
final class CommandCredentials {

  private static final Pattern USER_IN_URL =
      Pattern.compile("(?i)[a-z][a-z0-9+.-]*://[^/@\\s:]*:([^/@\\s]+)@.*");

  /** An argument that is, or begins with, an option; its value may be the next word. */
  private static final Pattern OPTION =
      Pattern.compile(
          "(?i)(--(?:[a-z-]*-)?(?:password|passwd|token|secret|api-key|http-password))(?:=(.+))?");

  private static final Pattern VARIABLE =
      Pattern.compile("([A-Z_]*(?:PASSWORD|PASSWD|_PWD|TOKEN|SECRET|API_KEY|_AUTH))=(.+)");

  private static final Pattern SENT_HEADER =
      Pattern.compile(
          "(?i)['\"]?((?:proxy-)?authorization|x-[\\w-]*(?:token|key))['\"]?:\\s*(\\S.*)");

  /** Programs that take {@code -u NAME:PASSWORD}. */
  private static final Set<String> HTTP_CLIENTS = Set.of("curl", "http", "https");

  /** Programs that take {@code -pPASSWORD}; with a blank in between they would ask for it. */
  private static final Set<String> MYSQL =
      Set.of("mysql", "mysqladmin", "mysqldump", "mysqlcheck", "mariadb", "mariadb-admin");

  /** Programs that take {@code -a PASSWORD}. */
  private static final Set<String> REDIS = Set.of("redis-cli", "valkey-cli", "keydb-cli");

  /** Programs that take {@code -p PASSWORD}. */
  private static final Set<String> MONGO = Set.of("mongo", "mongosh", "rabbitmqadmin");

  private final List<String> words;
  private String program = "";

  private CommandCredentials(List<String> words) {
    this.words = words;
  }

  /** {@return what of a command holds credentials, in words, if anything does} */
  static Optional<String> in(List<String> command) {
    List<String> words =
        command.stream().flatMap(element -> List.of(element.split("\\s+")).stream()).toList();
    Optional<String> found = new CommandCredentials(words).find();
    return found.isPresent() ? found : inSentHeader(String.join(" ", command));
  }

  private static Optional<String> inSentHeader(String command) {
    Matcher header = SENT_HEADER.matcher(command);
    return header.find() && isWritten(header.group(2))
        ? Optional.of("header " + quoted(header.group(1)))
        : Optional.empty();
  }

  private Optional<String> find() {
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i).replaceAll("^['\"(]+|['\")]+$", "");
      Optional<String> found = inWord(word, i + 1 < words.size() ? words.get(i + 1) : "-");
      if (found.isPresent()) {
        return found;
      }
      String name = word.substring(word.lastIndexOf('/') + 1);
      if (takesShortOption(name)) {
        program = name;
      }
    }
    return Optional.empty();
  }

  private static boolean takesShortOption(String name) {
    return HTTP_CLIENTS.contains(name)
        || MYSQL.contains(name)
        || REDIS.contains(name)
        || MONGO.contains(name);
  }

  private Optional<String> inWord(String word, String next) {
    Matcher user = USER_IN_URL.matcher(word);
    if (user.matches() && isWritten(user.group(1))) {
      return Optional.of("the user in a URL");
    }
    Matcher variable = VARIABLE.matcher(word);
    if (variable.matches() && isWritten(variable.group(2))) {
      return Optional.of("variable " + quoted(variable.group(1)));
    }
    Matcher option = OPTION.matcher(word);
    if (option.matches()) {
      return option(option.group(1), option.group(2) == null ? next : option.group(2));
    }
    return shortOption(word, next);
  }

  private Optional<String> shortOption(String word, String next) {
    if (HTTP_CLIENTS.contains(program) && (word.equals("-u") || word.equals("--user"))) {
      return next.matches(".*:.+") ? option(word, next) : Optional.empty();
    }
    if (MYSQL.contains(program) && word.startsWith("-p") && word.length() > 2) {
      return option("-p", word.substring(2));
    }
    boolean takesNext =
        (REDIS.contains(program) && (word.equals("-a") || word.equals("--pass")))
            || (MONGO.contains(program) && word.equals("-p"));
    return takesNext ? option(word, next) : Optional.empty();
  }

  private static Optional<String> option(String name, String value) {
    return isWritten(value) && !value.startsWith("-")
        ? Optional.of("option " + quoted(name))
        : Optional.empty();
  }

  /** What comes from a variable or from another command is not written in the manifest. */
  static boolean isWritten(String value) {
    return !value.isBlank() && !value.contains("$") && !value.contains("`");
  }

  private static String quoted(String text) {
    return FindingWords.quote(text);
  }
}
