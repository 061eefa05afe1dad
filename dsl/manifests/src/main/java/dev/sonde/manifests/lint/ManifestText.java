package dev.sonde.manifests.lint;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * A file with manifests, as bytes. The bytes are not copied; nobody may change them.
 *
 * @param name what to call the file in reports
 * @param content YAML or JSON in UTF-8, or in UTF-16 with a byte order mark
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; a copy of 30 MB would be a waste
public record ManifestText(String name, byte[] content) {

  /**
   * {@return a text that is no file}
   *
   * @param name what to call it in reports
   * @param content YAML or JSON
   */
  public static ManifestText of(String name, String content) {
    return new ManifestText(name, content.getBytes(UTF_8));
  }
}
