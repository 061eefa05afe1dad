package com.example.weather;

import dev.sonde.annotation.Readiness;
import dev.sonde.annotation.Startup;
import io.grpc.BindableService;
import io.grpc.MethodDescriptor;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells the forecast for a place, from a file of that name. */
final class ForecastService implements BindableService {

  static final MethodDescriptor<String, String> FIND =
      MethodDescriptor.<String, String>newBuilder()
          .setType(MethodDescriptor.MethodType.UNARY)
          .setFullMethodName("com.example.weather.Forecasts/Find")
          .setRequestMarshaller(TextMarshaller.UTF_8)
          .setResponseMarshaller(TextMarshaller.UTF_8)
          .build();

  private final Path folder;
  private volatile boolean loaded;

  ForecastService(Path folder) {
    this.folder = folder;
  }

  void load() {
    loaded = true;
  }

  @Startup
  boolean isLoaded() {
    return loaded;
  }

  @Readiness
  boolean hasForecasts() {
    return Files.isDirectory(folder);
  }

  @Override
  public ServerServiceDefinition bindService() {
    return ServerServiceDefinition.builder("com.example.weather.Forecasts")
        .addMethod(FIND, ServerCalls.asyncUnaryCall(this::find))
        .build();
  }

  private void find(String place, StreamObserver<String> client) {
    try {
      client.onNext(Files.readString(folder.resolve(place)));
      client.onCompleted();
    } catch (IOException unknown) {
      client.onError(
          Status.NOT_FOUND.withDescription("no forecast for " + place).asRuntimeException());
    }
  }
}
