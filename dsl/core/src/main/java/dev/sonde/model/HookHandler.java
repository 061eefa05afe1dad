package dev.sonde.model;

/** What a lifecycle hook does. */
public sealed interface HookHandler extends ContainerAction
    permits Exec, HttpGet, TcpSocket, Sleep {}
