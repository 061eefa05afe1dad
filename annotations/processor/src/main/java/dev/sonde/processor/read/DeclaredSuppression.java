package dev.sonde.processor.read;

import dev.sonde.processor.diagnostic.SourcePlace;

/**
 * One {@code @SuppressAdvice} as it is written.
 *
 * @param rule the rule's id
 * @param reason why
 * @param bearer the class or method that has it
 * @param onClass whether a class has it
 * @param type the class that has it, or whose method has it
 */
public record DeclaredSuppression(
    PlacedValue<String> rule,
    PlacedValue<String> reason,
    SourcePlace bearer,
    boolean onClass,
    TypeRef type) {}
