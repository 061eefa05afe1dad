package dev.sonde.dsl;

import dev.sonde.model.HttpGet;
import dev.sonde.model.Port;

/** An HTTP probe that does not know its port yet, and so is not one. */
public final class HttpGetWithoutPort {
  private final String path;

  HttpGetWithoutPort(String path) {
    this.path = path;
  }

  /**
   * Sets the port by number.
   *
   * @param number 1 to 65535
   * @return the probe
   */
  public HttpGetProbe port(int number) {
    return port(Port.of(number));
  }

  /**
   * Sets the port by name.
   *
   * @param name the name of a port that the container declares
   * @return the probe
   */
  public HttpGetProbe port(String name) {
    return port(Port.named(name));
  }

  private HttpGetProbe port(Port port) {
    return new HttpGetProbe(WrittenProbe.of(HttpGet.of(path, port)));
  }
}
