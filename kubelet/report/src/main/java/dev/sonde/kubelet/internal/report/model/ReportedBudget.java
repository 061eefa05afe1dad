package dev.sonde.kubelet.internal.report.model;

import dev.sonde.lint.MeasuredBudget;
import dev.sonde.rules.Severity;
import java.util.Optional;

/**
 * What was measured beside what is declared.
 *
 * @param title what was measured, in a few words
 * @param times the measurements and the budget
 * @param verdict what the rules say of it
 * @param severity how bad it is; unset where nothing is wrong, or the rule is not heard
 * @param ruleId the rule that finds something; empty if none does
 */
public record ReportedBudget(
    String title,
    MeasuredBudget times,
    String verdict,
    Optional<Severity> severity,
    String ruleId) {}
