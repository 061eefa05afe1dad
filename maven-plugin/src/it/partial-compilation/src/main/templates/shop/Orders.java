package shop;

import dev.sonde.annotation.Container;
import dev.sonde.annotation.Liveness;

@Container(name = "orders", port = 8081, portName = "health")
@Liveness(timeoutSeconds = ${timeout}, withoutChecks = true)
public final class Orders {}
