package com.acme;

@dev.sonde.annotation.Readiness
final class App {}
