package dev.sonde.kubelet.internal.prober;

/**
 * What a worker sees of its pod and container when it makes a try: the pod's status as the kubelet
 * last computed it.
 *
 * @param podFinished the pod's phase is {@code Failed} or {@code Succeeded}
 * @param podDeleted the pod is to be deleted
 * @param restartable a container that ended may be started again: any restart policy but {@code
 *     Never}, or a sidecar
 * @param instance which instance of the container it is: 1, 2, ...; 0 while it has no id
 * @param state what the container does
 * @param startedAt when this instance began to run, in nanoseconds of the event loop
 * @param started the status' {@code started}
 */
public record ProbeTarget(
    boolean podFinished,
    boolean podDeleted,
    boolean restartable,
    int instance,
    ContainerState state,
    long startedAt,
    boolean started) {}
