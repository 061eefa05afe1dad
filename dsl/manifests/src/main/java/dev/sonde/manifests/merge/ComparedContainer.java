package dev.sonde.manifests.merge;

/**
 * A container of a manifest that was compared with what the code declares for it.
 *
 * @param file the name of the file that holds it
 * @param built whether that is no file, but what an overlay or a chart is built into
 * @param probes how many of the declared probes the manifest has as the code says, from 0 to 3
 */
public record ComparedContainer(String file, boolean built, int probes) {

  ComparedContainer asBuilt() {
    return new ComparedContainer(file, true, probes);
  }
}
