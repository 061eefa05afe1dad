/** The states of Sonde's probes as gRPC's health service. */
@NullMarked
package dev.sonde.grpc;

import org.jspecify.annotations.NullMarked;
