package dev.sonde.microprofile.tck;

import org.jboss.arquillian.container.spi.client.container.ContainerConfiguration;

/** There is nothing to configure. */
public final class WeldConfiguration implements ContainerConfiguration {

  @Override
  public void validate() {}
}
