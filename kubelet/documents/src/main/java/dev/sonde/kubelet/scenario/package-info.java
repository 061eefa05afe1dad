/** Scenarios as files: YAML or JSON, read strictly, every mistake reported with its place. */
@NullMarked
package dev.sonde.kubelet.scenario;

import org.jspecify.annotations.NullMarked;
