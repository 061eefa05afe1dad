package dev.sonde.example.spring;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the clinic's clients ask. */
@RestController
class VisitController {

  private final Visits visits;
  private final WaitingRoom waitingRoom;

  VisitController(Visits visits, WaitingRoom waitingRoom) {
    this.visits = visits;
    this.waitingRoom = waitingRoom;
  }

  @GetMapping("/visits")
  String count() throws InterruptedException {
    Thread.sleep(50); // As work takes its time.
    return visits.count() + " visits";
  }

  @PostMapping("/waiting/{pets}")
  void wait(@PathVariable int pets) {
    waitingRoom.fill(pets);
  }
}
