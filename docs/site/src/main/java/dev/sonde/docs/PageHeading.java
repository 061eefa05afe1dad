package dev.sonde.docs;

import org.commonmark.node.Heading;

/**
 * A heading of a page.
 *
 * @param node where it is in the page
 * @param text its text without markup
 * @param anchor what a link to it has behind the {@code #}
 */
record PageHeading(Heading node, String text, String anchor) {}
