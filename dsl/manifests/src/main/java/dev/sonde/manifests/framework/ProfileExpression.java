package dev.sonde.manifests.framework;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Decides about {@code prod & (eu | !test)} as Spring does. Used once. */
final class ProfileExpression {

  private static final Pattern WORD = Pattern.compile("[&|()!]|[^&|()!\\s]+");

  private final List<String> words = new ArrayList<>();
  private final Set<String> active;
  private int next;

  private ProfileExpression(String text, Set<String> active) {
    this.active = active;
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      words.add(word.group());
    }
  }

  static boolean accepts(String text, Set<String> active) {
    return new ProfileExpression(text, active).either();
  }

  /** The names of the profiles in it. */
  static List<String> profiles(String text) {
    return new ProfileExpression(text, Set.of())
        .words.stream().filter(word -> !"&|()!".contains(word)).toList();
  }

  private boolean either() {
    boolean accepted = both();
    while (isNext("|")) {
      next++;
      accepted |= both();
    }
    return accepted;
  }

  private boolean both() {
    boolean accepted = one();
    while (isNext("&")) {
      next++;
      accepted &= one();
    }
    return accepted;
  }

  private boolean one() {
    if (isNext("!")) {
      next++;
      return !one();
    }
    if (isNext("(")) {
      next++;
      boolean inside = either();
      next++;
      return inside;
    }
    return next < words.size() && active.contains(words.get(next++));
  }

  private boolean isNext(String word) {
    return next < words.size() && words.get(next).equals(word);
  }
}
