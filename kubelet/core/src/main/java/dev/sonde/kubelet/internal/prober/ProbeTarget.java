package dev.sonde.kubelet.internal.prober;

/**
 * What a worker sees of its pod and container when it makes a try: the pod's status as the kubelet
 * last computed it.
 *
 * @param podFinished the pod's phase is {@code Failed} or {@code Succeeded}
 * @param restartable a container that ended is started again
 * @param instance which instance of the container it is: 1, 2, ...; 0 while it has no id
 * @param state what the container does
 * @param startedAt when this instance began to run, in nanoseconds of the event loop, cut to the
 *     whole second of the wall clock
 * @param started the status' {@code started}
 */
public record ProbeTarget(
    boolean podFinished,
    boolean restartable,
    int instance,
    ContainerState state,
    long startedAt,
    boolean started) {}
