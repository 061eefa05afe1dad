package dev.sonde.kubelet.internal.suggest;

/**
 * What becomes of one objective.
 *
 * @param objective it, as a sentence
 * @param metBefore the numbers that are there meet it
 * @param before what they come to
 * @param after what the suggested numbers come to; empty if there are none
 */
public record ObjectiveOutcome(String objective, boolean metBefore, String before, String after) {}
