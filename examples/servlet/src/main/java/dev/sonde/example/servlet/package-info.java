/** A web application on Jetty that answers its probes on its own port. */
@NullMarked
package dev.sonde.example.servlet;

import org.jspecify.annotations.NullMarked;
