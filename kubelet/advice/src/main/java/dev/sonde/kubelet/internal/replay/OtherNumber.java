package dev.sonde.kubelet.internal.replay;

/**
 * What another number would have done.
 *
 * @param number the number, such as {@code failureThreshold 5}
 * @param outcome what would have happened with it
 */
public record OtherNumber(String number, String outcome) {}
