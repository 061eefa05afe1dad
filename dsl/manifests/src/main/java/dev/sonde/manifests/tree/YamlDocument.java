package dev.sonde.manifests.tree;

/**
 * One document of a stream.
 *
 * @param root its content; an empty plain scalar where there is none
 * @param start the offset where the document begins: at its {@code ---}, if it has one
 * @param end the offset where its text ends
 */
public record YamlDocument(YamlTreeNode root, int start, int end) {}
