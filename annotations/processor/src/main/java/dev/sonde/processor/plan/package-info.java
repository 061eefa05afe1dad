/**
 * Brings what was declared together: who belongs to which container, and what is generated for it.
 */
@NullMarked
package dev.sonde.processor.plan;

import org.jspecify.annotations.NullMarked;
