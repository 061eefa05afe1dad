package dev.sonde.spring;

import dev.sonde.runtime.Check;
import java.util.List;

/** Spring's health indicators, of either line of Spring Boot. */
public interface SpringIndicators {

  /**
   * {@return a check for each indicator, under the name that it has in Actuator, children of
   * composites as {@code db/primary}; without those that show {@linkplain SondeContributor Sonde's
   * own checks}, and without Spring's availability states}
   */
  List<Check> checks();

  /**
   * {@return whether an indicator belongs to one of Actuator's groups}
   *
   * @param group the group's name
   * @param indicator the indicator's name
   */
  boolean isMember(String group, String indicator);
}
