package dev.sonde.kubelet.internal.handler;

import java.util.ArrayList;
import java.util.List;

/** Paths of redirects, put together. */
final class UrlPaths {

  private UrlPaths() {}

  /** The path up to its last slash. */
  static String folder(String path) {
    return path.substring(0, path.lastIndexOf('/') + 1);
  }

  /** The path without {@code .} and {@code ..}, with a leading slash unless it is empty. */
  static String clean(String path) {
    if (path.isEmpty()) {
      return "";
    }
    List<String> kept = new ArrayList<>();
    String[] segments = path.split("/", -1);
    for (int i = path.startsWith("/") ? 1 : 0; i < segments.length; i++) {
      boolean lastOne = i == segments.length - 1;
      switch (segments[i]) {
        case "." -> addFolder(kept, lastOne);
        case ".." -> {
          if (!kept.isEmpty()) {
            kept.remove(kept.size() - 1);
          }
          addFolder(kept, lastOne);
        }
        default -> kept.add(segments[i]);
      }
    }
    return "/" + String.join("/", kept);
  }

  /** A path that ends in a dot segment ends in a slash. */
  private static void addFolder(List<String> kept, boolean lastOne) {
    if (lastOne) {
      kept.add("");
    }
  }
}
