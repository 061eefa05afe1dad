package org.springframework.boot.actuate.health;

public final class Health {}
