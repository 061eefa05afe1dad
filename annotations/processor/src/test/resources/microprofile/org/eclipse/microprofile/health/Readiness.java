package org.eclipse.microprofile.health;

public @interface Readiness {}
