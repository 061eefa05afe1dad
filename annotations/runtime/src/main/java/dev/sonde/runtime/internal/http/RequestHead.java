package dev.sonde.runtime.internal.http;

/**
 * What is kept of a request's head.
 *
 * @param method the method, as it was sent
 * @param path the target's path, as it was sent
 * @param query the target's query without the question mark; empty when there is none
 * @param accept the {@code Accept} headers, joined with commas; empty when there are none
 * @param last whether the connection ends with this request, because the client wants it so or
 *     because a body follows, which is not read
 * @param body whether a body follows
 */
record RequestHead(
    String method, String path, String query, String accept, boolean last, boolean body) {}
