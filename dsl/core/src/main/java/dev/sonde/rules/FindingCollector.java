package dev.sonde.rules;

import java.util.ArrayList;
import java.util.List;

/** Collects findings in the order in which they are made. */
final class FindingCollector {
  private final List<Finding> findings = new ArrayList<>(0);

  void add(Finding finding) {
    findings.add(finding);
  }

  Findings findings() {
    return findings.isEmpty() ? Findings.NONE : new Findings(findings);
  }
}
