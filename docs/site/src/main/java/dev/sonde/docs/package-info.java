/** Makes a static site from the Markdown of the docs, and refuses a link that leads nowhere. */
@NullMarked
package dev.sonde.docs;

import org.jspecify.annotations.NullMarked;
