/** Health endpoints inside a servlet container, for applications that have one anyway. */
@NullMarked
package dev.sonde.runtime.servlet;

import org.jspecify.annotations.NullMarked;
