package dev.sonde.model;

/**
 * What a lifecycle hook does.
 *
 * <p>The permitted types stand in the order in which the API server looks for them: of several in
 * one hook it validates the first and forbids the others.
 */
public sealed interface HookHandler extends Action permits Exec, HttpGet, TcpSocket, Sleep {}
