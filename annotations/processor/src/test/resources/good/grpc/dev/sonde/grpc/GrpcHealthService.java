package dev.sonde.grpc;

/** Stands for the class of sonde-grpc. */
public final class GrpcHealthService {}
