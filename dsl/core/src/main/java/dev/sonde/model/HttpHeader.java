package dev.sonde.model;

/**
 * A header of a probe's HTTP request.
 *
 * @param name the header's name
 * @param value the header's value; an empty one removes a header that the kubelet sends by default
 */
public record HttpHeader(String name, String value) {}
