package dev.sonde.manifests.shapes;

/**
 * A file that belongs to a shape.
 *
 * @param path where it belongs below the folder that is written to, with {@code /} between the
 *     folders
 * @param text what is in it
 */
public record ShapeFile(String path, String text) {}
