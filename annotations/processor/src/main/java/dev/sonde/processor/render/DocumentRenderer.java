package dev.sonde.processor.render;

import dev.sonde.model.ContainerRef;
import dev.sonde.model.ProbeSet;
import dev.sonde.model.ProbeSetDocument;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Writes the document that brings a container's probes into manifests. */
public final class DocumentRenderer {

  private static final int MOST_SOURCES = 3;

  private DocumentRenderer() {}

  /**
   * {@return the path of the document in the class output}
   *
   * @param probes the probes
   * @param all the containers of the compilation
   */
  public static String pathOf(ProbeSet probes, Collection<ContainerRef> all) {
    return ProbeSetDocument.FOLDER + "/" + ProbeSetDocument.fileName(probes.container(), all);
  }

  /**
   * {@return the document}
   *
   * @param probes the probes
   * @param sources the full names of the classes that declare them, sorted
   * @param withDefaults whether to write out Kubernetes' defaults
   */
  public static String render(ProbeSet probes, List<String> sources, boolean withDefaults) {
    List<String> comment = new ArrayList<>();
    comment.add("Written by Sonde from the annotations of:");
    for (String source : sources.subList(0, Math.min(MOST_SOURCES, sources.size()))) {
      comment.add("  " + source);
    }
    if (sources.size() > MOST_SOURCES) {
      comment.add("  and " + (sources.size() - MOST_SOURCES) + " more");
    }
    comment.add("Change them, not this file.");
    return new ProbeSetDocument(comment, withDefaults ? probes.withDefaults() : probes).toYaml();
  }
}
