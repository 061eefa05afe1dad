package dev.sonde.processor.render;

import dev.sonde.processor.plan.ClassName;

/**
 * A source file to write.
 *
 * @param name the class in it
 * @param text its content
 */
public record JavaFileText(ClassName name, String text) {}
