package com.example.peer;

import io.quarkus.vertx.http.HttpServerStart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import java.io.IOException;

/** What is added to the application for Sonde without the adapter. */
@ApplicationScoped
public class Probes {

  void start(@ObservesAsync HttpServerStart open) throws IOException {
    Plain.serve();
  }
}
