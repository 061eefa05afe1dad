package dev.sonde.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version in the jar's manifest. */
final class SondeVersion implements IVersionProvider {

  static String number() {
    return Optional.ofNullable(SondeVersion.class.getPackage().getImplementationVersion())
        .orElse("development");
  }

  @Override
  public String[] getVersion() {
    return new String[] {"sonde " + number()};
  }
}
