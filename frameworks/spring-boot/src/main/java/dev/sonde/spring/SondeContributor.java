package dev.sonde.spring;

/**
 * Marks what shows Sonde's checks in Actuator. It is never read back as one of Spring's indicators,
 * so that no check can come to ask itself.
 */
public interface SondeContributor {

  /** The name under which Actuator shows Sonde's checks. */
  String NAME = "sonde";

  /**
   * {@return whether one of Sonde's checks is to count in a group of Actuator's that is asked by a
   * probe: in that of its own probe, and in no other}
   *
   * @param group the group's name
   * @param path the contributor's name, with those around it, such as {@code sonde/readiness/queue}
   */
  static boolean isMember(String group, String path) {
    return path.startsWith(NAME + "/" + group + "/");
  }

  /**
   * {@return whether a contributor is one of Sonde's}
   *
   * @param path the contributor's name, with those around it
   */
  static boolean isOne(String path) {
    return path.equals(NAME) || path.startsWith(NAME + "/");
  }
}
