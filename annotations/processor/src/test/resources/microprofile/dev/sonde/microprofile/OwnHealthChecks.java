package dev.sonde.microprofile;

public interface OwnHealthChecks {}
