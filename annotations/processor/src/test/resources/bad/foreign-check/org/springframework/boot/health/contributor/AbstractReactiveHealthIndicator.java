package org.springframework.boot.health.contributor;

public abstract class AbstractReactiveHealthIndicator {}
