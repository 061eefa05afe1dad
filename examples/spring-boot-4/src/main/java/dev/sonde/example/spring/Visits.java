package dev.sonde.example.spring;

import org.springframework.data.jpa.repository.JpaRepository;

/** All visits. */
public interface Visits extends JpaRepository<Visit, Long> {}
