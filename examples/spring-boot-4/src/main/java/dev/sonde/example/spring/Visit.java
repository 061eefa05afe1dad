package dev.sonde.example.spring;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;

/** One visit. */
@Entity
public class Visit {

  @Id @GeneratedValue private Long id;
  private String pet;

  protected Visit() {}

  Visit(String pet) {
    this.pet = pet;
  }

  String pet() {
    return pet;
  }
}
