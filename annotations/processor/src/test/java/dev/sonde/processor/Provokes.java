package dev.sonde.processor;

import dev.sonde.rules.JavaRule;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The test provokes a rule that sources alone cannot. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Provokes {
  JavaRule value();
}
