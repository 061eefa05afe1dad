package dev.sonde.manifests.output;

import dev.sonde.manifests.tree.YamlProblem;
import dev.sonde.rules.DecodeRules;
import dev.sonde.rules.FieldPath;
import dev.sonde.rules.Finding;
import dev.sonde.rules.InputRules;
import dev.sonde.rules.Rule;

/** Turns what is wrong with YAML itself into findings. */
public final class YamlFindings {

  private YamlFindings() {}

  /**
   * {@return the finding that tells a problem}
   *
   * @param problem what is wrong with a text
   */
  public static Finding of(YamlProblem problem) {
    return rule(problem).finding(FieldPath.ROOT, problem.message(), problem.remedy());
  }

  private static Rule rule(YamlProblem problem) {
    return switch (problem.kind()) {
      case ENCODING -> InputRules.YAML_ENCODING;
      case SYNTAX -> InputRules.YAML_SYNTAX;
      case TAB -> InputRules.YAML_TAB;
      case TEMPLATE -> InputRules.YAML_TEMPLATE;
      case DUPLICATE_KEY -> DecodeRules.DUPLICATE_FIELD;
      case ALIAS -> InputRules.YAML_ALIAS;
      case SIZE -> InputRules.YAML_SIZE;
    };
  }
}
