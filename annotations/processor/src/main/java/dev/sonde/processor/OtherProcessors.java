package dev.sonde.processor;

import java.io.IOException;
import java.net.URL;
import java.util.Enumeration;
import javax.annotation.processing.ProcessingEnvironment;

/**
 * Knows whether other processors may generate classes. To wait for them costs rounds, in each of
 * which the compiler takes up all sources again.
 */
final class OtherProcessors {

  private static final String SERVICES = "META-INF/services/javax.annotation.processing.Processor";

  private OtherProcessors() {}

  /**
   * Tells whether there may be any. There are none if javac has loaded this one from a processor
   * path on which nobody else offers any; whoever is named to the compiler by hand all the same,
   * and is too late, hears so.
   */
  static boolean mayExist(ProcessingEnvironment environment) {
    ClassLoader own = OtherProcessors.class.getClassLoader();
    // Eclipse's compiler brings elements in later rounds, too.
    boolean javac = environment.getClass().getName().startsWith("com.sun.tools.javac.");
    if (!javac || own == null || own == ClassLoader.getSystemClassLoader()) {
      return true;
    }
    try {
      Enumeration<URL> offers = own.getResources(SERVICES);
      if (!offers.hasMoreElements()) {
        return true;
      }
      offers.nextElement();
      return offers.hasMoreElements();
    } catch (IOException unreadable) {
      return true;
    }
  }
}
