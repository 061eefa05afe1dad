package dev.sonde.example.servlet;

import dev.sonde.annotation.Readiness;
import dev.sonde.annotation.Startup;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The greetings that there are; they must be loaded before anyone can be greeted. */
final class Greetings {

  private final Map<String, String> byLanguage = new ConcurrentHashMap<>();

  void load() {
    byLanguage.putAll(Map.of("en", "Hello", "fr", "Bonjour"));
  }

  void forget() {
    byLanguage.clear();
  }

  String in(String language) {
    return byLanguage.getOrDefault(language, "?");
  }

  @Startup
  @Readiness
  boolean loaded() {
    return !byLanguage.isEmpty();
  }
}
