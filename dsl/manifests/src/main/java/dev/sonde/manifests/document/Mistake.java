package dev.sonde.manifests.document;

import dev.sonde.manifests.tree.Position;

/**
 * One thing that is wrong in a document of Sonde's own.
 *
 * @param position where
 * @param text what and what to do: {@code [rule-id] message remedy}
 */
public record Mistake(Position position, String text) {}
