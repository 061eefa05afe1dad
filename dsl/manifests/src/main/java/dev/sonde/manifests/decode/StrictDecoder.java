package dev.sonde.manifests.decode;

import dev.sonde.manifests.decode.DecodeProblem.Effect;
import dev.sonde.manifests.decode.FieldType.Struct;
import dev.sonde.manifests.tree.MappingNode;
import dev.sonde.manifests.tree.ScalarNode;
import dev.sonde.manifests.tree.ScalarStyle;
import dev.sonde.manifests.tree.SourceText;
import dev.sonde.manifests.tree.YamlProblem;
import dev.sonde.manifests.tree.YamlTreeNode;
import dev.sonde.release.KubernetesVersion;
import dev.sonde.rules.DecodeRules;
import dev.sonde.rules.FieldPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decodes documents as the API server does under strict field validation, given the document as it
 * is written. Immutable and safe for use by several threads.
 *
 * <p>YAML becomes JSON first, with its fields in alphabetical order; JSON is taken as it is. A
 * value of the wrong type ends it, and is all that the API server reports. Unknown fields and
 * duplicates are reported together, after all else was found right.
 */
public final class StrictDecoder {

  private final ApiTypes types;
  private final KubernetesVersion release;

  private StrictDecoder(ApiTypes types, KubernetesVersion release) {
    this.types = types;
    this.release = release;
  }

  /** {@return a decoder for all objects that have pods in them, of the newest release} */
  public static StrictDecoder create() {
    return new StrictDecoder(ApiTypes.load(), KubernetesVersion.DEFAULT);
  }

  /**
   * {@return the decoder of a release}
   *
   * @param other the release
   */
  public StrictDecoder of(KubernetesVersion other) {
    return other.equals(release) ? this : new StrictDecoder(types, other);
  }

  /** {@return the release whose fields it knows} */
  public KubernetesVersion release() {
    return release;
  }

  /**
   * Tells whether there are objects of that kind in that version with pods in them.
   *
   * @param kind such as {@code apps/v1 Deployment}
   */
  public boolean knows(ObjectKind kind) {
    return types.of(kind).isPresent();
  }

  /**
   * {@return the versions in which there are objects of that kind with pods in them}
   *
   * @param kind such as {@code Deployment}
   */
  public List<String> versionsOf(String kind) {
    return types.versionsOf(kind);
  }

  /** {@return the names of all kinds of objects with pods in them} */
  public List<String> kinds() {
    return types.kinds();
  }

  /**
   * {@return what keeps the document from becoming an object of that kind}
   *
   * @param root the object as it is written
   * @param kind one that this decoder knows
   * @param source the text it is written in
   * @param duplicates duplicate keys in the text; those elsewhere do not matter
   */
  public DecodeVerdict decode(
      MappingNode root, ObjectKind kind, SourceText source, List<YamlProblem> duplicates) {
    return decode(root, types.of(kind).orElseThrow(), source, duplicates);
  }

  /**
   * {@return what keeps the pod template of a custom object from being decoded}
   *
   * @param root the object as it is written
   * @param path the way to the template
   * @param source the text it is written in
   * @param duplicates duplicate keys in the text; those elsewhere do not matter
   */
  public DecodeVerdict decodePodTemplate(
      MappingNode root, FieldPath path, SourceText source, List<YamlProblem> duplicates) {
    return FieldPlaces.valueOf(root, path).orElse(root) instanceof MappingNode template
            && template != root
        ? decode(template, types.struct("PodTemplateSpec"), source, duplicates).below(path)
        : DecodeVerdict.ACCEPTED;
  }

  /**
   * {@return what keeps a container from being decoded, whatever kind of object it is in}
   *
   * @param container the container as it is written; the paths begin with its own fields
   * @param source the text it is written in
   * @param duplicates duplicate keys in the text; those elsewhere do not matter
   */
  public DecodeVerdict decodeContainer(
      MappingNode container, SourceText source, List<YamlProblem> duplicates) {
    return decode(container, types.struct("Container"), source, duplicates);
  }

  /**
   * {@return what keeps a probe from being decoded, wherever it is}
   *
   * @param probe the probe as it is written; the paths begin with its own fields
   * @param source the text it is written in
   * @param duplicates duplicate keys in the text; those elsewhere do not matter
   */
  public DecodeVerdict decodeProbe(
      MappingNode probe, SourceText source, List<YamlProblem> duplicates) {
    return decode(probe, types.struct("Probe"), source, duplicates);
  }

  private DecodeVerdict decode(
      MappingNode root, Struct type, SourceText source, List<YamlProblem> duplicates) {
    Optional<DecodeProblem> inconvertible = JsonConversion.check(root);
    boolean json = isJson(root);
    GoDecoder decoded = GoDecoder.decode(root, type, source, json, release);
    List<DecodeProblem> problems = decoded.problems();
    List<DecodeProblem> repeated = duplicates(root, problems, duplicates, json);
    return DecodeVerdict.of(inconvertible, problems, repeated, json).with(decoded.gated());
  }

  /** JSON is YAML too; its keys tell it apart. */
  private static boolean isJson(MappingNode root) {
    return root.flow()
        && !root.entries().isEmpty()
        && root.entries().get(0).key() instanceof ScalarNode key
        && key.style() == ScalarStyle.DOUBLE_QUOTED;
  }

  private static List<DecodeProblem> duplicates(
      MappingNode root, List<DecodeProblem> problems, List<YamlProblem> duplicates, boolean json) {
    List<DecodeProblem> found = new ArrayList<>(0);
    for (YamlProblem duplicate : duplicates) {
      if (duplicate.offset() >= root.start() && duplicate.offset() < root.end()) {
        FieldPath path = FieldPlaces.at(root, duplicate.offset());
        if (!json || !isUnknown(path, problems)) {
          found.add(problem(root, duplicate, path));
        }
      }
    }
    return found;
  }

  /** Go's decoder skips what it does not know; the YAML library does not. */
  private static boolean isUnknown(FieldPath path, List<DecodeProblem> problems) {
    return problems.stream()
        .filter(problem -> problem.rule().equals(DecodeRules.UNKNOWN_FIELD))
        .anyMatch(problem -> path.startsWith(problem.path()));
  }

  private static DecodeProblem problem(MappingNode root, YamlProblem duplicate, FieldPath path) {
    YamlTreeNode key = FieldPlaces.keyAt(root, duplicate.offset());
    return new DecodeProblem(
        DecodeRules.DUPLICATE_FIELD,
        path,
        key,
        Effect.REFUSED,
        duplicate.message(),
        duplicate.remedy());
  }
}
