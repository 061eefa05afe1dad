package com.example.seed;

import dev.sonde.annotation.Container;
import dev.sonde.annotation.Exec;
import dev.sonde.annotation.Liveness;
import dev.sonde.annotation.Workload;

/** A container whose health is a file. */
@Container(name = "liveness", workload = @Workload(kind = "Pod", name = "liveness-exec"))
@Liveness(exec = @Exec({"cat", "/tmp/healthy"}), initialDelaySeconds = 5, periodSeconds = 5)
public interface LivenessExec {}
