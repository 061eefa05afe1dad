package com.example.depot;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** What the depot's clients ask. */
@Controller("/parcels")
class ParcelController {

  private final Conveyor conveyor;

  ParcelController(Conveyor conveyor) {
    this.conveyor = conveyor;
  }

  @Get
  @ExecuteOn(TaskExecutors.BLOCKING)
  String count() throws InterruptedException {
    Thread.sleep(50); // As work takes its time.
    return conveyor.parcels() + " parcels";
  }

  @Post("/{number}")
  String load(int number) {
    conveyor.load(number);
    return number + " parcels";
  }
}
