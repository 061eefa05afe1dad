package org.eclipse.microprofile.health;

public abstract class HealthCheckResponse {}
