/** Visits to a clinic, kept in a database. */
package dev.sonde.example.spring;
