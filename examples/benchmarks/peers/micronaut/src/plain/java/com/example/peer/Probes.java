package com.example.peer;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.event.ApplicationStartupEvent;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;

/** What is added to the application for Sonde without the adapter. */
@Singleton
public class Probes implements ApplicationEventListener<ApplicationStartupEvent> {

  @Override
  public void onApplicationEvent(ApplicationStartupEvent event) {
    try {
      Plain.serve();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
