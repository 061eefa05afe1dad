package dev.sonde.manifests.splice;

import dev.sonde.manifests.tree.MappingEntry;
import dev.sonde.manifests.tree.MappingNode;
import dev.sonde.manifests.tree.SequenceNode;
import dev.sonde.manifests.tree.SourceText;
import dev.sonde.manifests.tree.YamlTreeNode;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * How an author lays out block style, read from what is nearby.
 *
 * @param step spaces by which a mapping is indented below its key
 * @param listStep spaces by which a list is indented below its key; 0 puts the dashes below the key
 * @param lineBreak what ends a line: {@code \n}, {@code \r\n} or {@code \r}
 * @param kyaml whether texts in braces are in double quotes although the keys are not
 */
public record BlockLayout(int step, int listStep, String lineBreak, boolean kyaml) {

  private static final int USUAL_STEP = 2;

  /**
   * {@return the layout of the first of the nodes that shows it; where none does, two spaces for
   * mappings, and as much for lists}
   *
   * @param source the text
   * @param neighbour which entry of the first node is like what is to be added, so that its step
   *     counts most; else the commonest step of a node does
   * @param nodes where to look, nearest first
   */
  public static BlockLayout of(
      SourceText source, Predicate<MappingEntry> neighbour, List<MappingNode> nodes) {
    Stream<OptionalInt> beside =
        nodes.stream().limit(1).map(node -> last(mappingSteps(source, node, neighbour)));
    Stream<OptionalInt> around =
        nodes.stream().map(node -> commonest(mappingSteps(source, node, entry -> true)));
    int step = first(Stream.concat(beside, around), USUAL_STEP);
    int listStep = first(nodes.stream().map(node -> listStep(source, node)), step);
    return new BlockLayout(step, listStep, lineBreak(source), isKyaml(nodes.get(0)));
  }

  private static boolean isKyaml(MappingNode nearest) {
    return nearest.flow() && FlowText.quotes(nearest) == FlowText.Quotes.TEXTS;
  }

  /** What to put in quotes in a collection: as in itself, else as around it. */
  FlowText.Quotes quotes(YamlTreeNode collection) {
    FlowText.Quotes own = FlowText.quotes(collection);
    return kyaml && own == FlowText.Quotes.NEEDED ? FlowText.Quotes.TEXTS : own;
  }

  private static int first(Stream<OptionalInt> steps, int otherwise) {
    return steps
        .filter(OptionalInt::isPresent)
        .mapToInt(OptionalInt::getAsInt)
        .findFirst()
        .orElse(otherwise);
  }

  private static List<Integer> mappingSteps(
      SourceText source, MappingNode node, Predicate<MappingEntry> counts) {
    return node.entries().stream()
        .filter(counts)
        .filter(entry -> entry.value() instanceof MappingNode value && isBlock(value))
        .map(entry -> indentOf(source, (MappingNode) entry.value(), node, entry))
        .filter(step -> step > 0)
        .toList();
  }

  private static OptionalInt last(List<Integer> steps) {
    return steps.isEmpty() ? OptionalInt.empty() : OptionalInt.of(steps.get(steps.size() - 1));
  }

  /** Of two that are as common, the first. */
  private static OptionalInt commonest(List<Integer> steps) {
    return steps.stream()
        .distinct()
        .mapToInt(Integer::intValue)
        .reduce(
            (a, b) -> Collections.frequency(steps, b) > Collections.frequency(steps, a) ? b : a);
  }

  private static boolean isBlock(MappingNode node) {
    return !node.flow() && !node.entries().isEmpty();
  }

  private static int indentOf(
      SourceText source, MappingNode value, MappingNode outer, MappingEntry entry) {
    int inner = BlockColumns.of(source, MappingKeys.start(source, value));
    return inner - BlockColumns.of(source, MappingKeys.start(source, outer, entry));
  }

  private static OptionalInt listStep(SourceText source, MappingNode node) {
    return node.entries().stream()
        .filter(entry -> isBlockList(entry.value()))
        .mapToInt(
            entry ->
                BlockColumns.of(source, entry.value())
                    - BlockColumns.of(source, MappingKeys.start(source, node, entry)))
        .filter(step -> step >= 0)
        .findFirst();
  }

  private static boolean isBlockList(YamlTreeNode node) {
    return node instanceof SequenceNode list && !list.flow() && list.anchor().isEmpty();
  }

  private static String lineBreak(SourceText source) {
    String text = source.text();
    int end = source.lineEnd(0);
    if (text.startsWith("\r\n", end)) {
      return "\r\n";
    }
    return text.startsWith("\r", end) ? "\r" : "\n";
  }
}
