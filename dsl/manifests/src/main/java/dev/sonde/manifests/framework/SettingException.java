package dev.sonde.manifests.framework;

import dev.sonde.manifests.output.PlacedFinding;

/** Something in the configuration keeps the health endpoints from being known. */
final class SettingException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient PlacedFinding finding;

  SettingException(PlacedFinding finding) {
    super(finding.toString());
    this.finding = finding;
  }

  PlacedFinding finding() {
    return finding;
  }
}
