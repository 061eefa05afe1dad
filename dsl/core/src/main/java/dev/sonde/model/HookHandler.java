package dev.sonde.model;

/** What a lifecycle hook does. */
public sealed interface HookHandler extends Action permits Exec, HttpGet, TcpSocket, Sleep {}
