package com.acme;

import dev.sonde.annotation.Exec;
import dev.sonde.annotation.Liveness;

@Liveness(exec = @Exec({"cat", "/tmp/healthy"}), initialDelaySeconds = 5, periodSeconds = 5)
final class Worker {}
