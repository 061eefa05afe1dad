/** Sonde's commands as tools of the Model Context Protocol, over standard input and output. */
@NullMarked
package dev.sonde.mcp;

import org.jspecify.annotations.NullMarked;
