package org.eclipse.microprofile.health;

public interface HealthCheck {
  Object call();
}
