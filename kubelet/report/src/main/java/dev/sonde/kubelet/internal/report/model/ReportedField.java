package dev.sonde.kubelet.internal.report.model;

/**
 * One field of a probe as Kubernetes works with it.
 *
 * @param path the field below the probe, such as {@code httpGet.port}
 * @param value its value in one line
 * @param origin where the value comes from
 * @param detail more about that, such as the environment and the file of an override; may be empty
 */
public record ReportedField(String path, String value, ReportedOrigin origin, String detail) {}
