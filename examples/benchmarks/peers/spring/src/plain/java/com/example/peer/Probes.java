package com.example.peer;

import java.io.IOException;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What is added to the application for Sonde without the adapter. */
@Component
class Probes {

  @EventListener(ApplicationReadyEvent.class)
  void serve() throws IOException {
    Plain.serve();
  }
}
