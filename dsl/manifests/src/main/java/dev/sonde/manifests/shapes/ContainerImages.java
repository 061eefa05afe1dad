package dev.sonde.manifests.shapes;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The images that containers run.
 *
 * @param byContainer images by the names of containers; the empty name stands for all others
 */
public record ContainerImages(Map<String, String> byContainer) {

  /** No image is known. */
  public static final ContainerImages NONE = new ContainerImages(Map.of());

  /** Copies the map, so that the value stays what it was. */
  public ContainerImages {
    byContainer = Map.copyOf(byContainer);
  }

  /**
   * {@return the images that some words say}
   *
   * @param words each an image, or a container's name and its image, as in {@code
   *     orders=example/orders:1.0}
   * @throws IllegalArgumentException if a word has no image, or two are for one container
   */
  public static ContainerImages parse(List<String> words) {
    Map<String, String> images = new LinkedHashMap<>();
    for (String word : words) {
      int equals = word.indexOf('=');
      String container = equals < 0 ? "" : word.substring(0, equals);
      String image = word.substring(equals + 1);
      if (image.isBlank() || equals == 0) {
        throw new IllegalArgumentException(
            "\"" + word + "\" names no image. Write IMAGE or CONTAINER=IMAGE.");
      }
      if (images.put(container, image) != null) {
        throw new IllegalArgumentException(
            "Two images are given for "
                + (container.isEmpty() ? "one container" : "container \"" + container + "\"")
                + ". Keep one, or write CONTAINER=IMAGE.");
      }
    }
    return new ContainerImages(images);
  }

  /**
   * {@return the image of a container}
   *
   * @throws IllegalArgumentException if it is not known
   */
  String of(String container) {
    String image = byContainer.getOrDefault(container, byContainer.getOrDefault("", ""));
    if (image.isEmpty()) {
      throw new IllegalArgumentException(
          "Starter manifests need the image of container \"%1$s\". Give it, as in %1$s=example/%1$s:1.0."
              .formatted(container));
    }
    return image;
  }
}
