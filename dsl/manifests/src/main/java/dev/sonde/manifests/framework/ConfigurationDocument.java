package dev.sonde.manifests.framework;

import java.util.List;

/**
 * A document of a configuration file; some files hold several.
 *
 * @param settings its settings in the order in which they are written
 */
record ConfigurationDocument(List<Setting> settings) {

  ConfigurationDocument {
    settings = List.copyOf(settings);
  }
}
