package dev.sonde.manifests.tree;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.common.SpecVersion;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** Makes documents of the parser's events. */
final class TreeBuilder {

  /** Manifests, schemas of custom resources among them, stay below a tenth of it. */
  static final int MAX_DEPTH = 500;

  private static final String BINARY = "tag:yaml.org,2002:binary";

  private final SourceText source;
  private final Consumer<YamlDocument> documents;
  private final Consumer<YamlProblem> problems;
  private final TextInterner interner = new TextInterner();
  private final DuplicateKeys duplicateKeys;
  private final Deque<OpenCollection> open = new ArrayDeque<>();
  private final Map<String, Anchored> anchors = new HashMap<>();

  /** The parts of all open collections, innermost last. */
  private final List<YamlTreeNode> parts = new ArrayList<>();

  /** What was found in the document at hand, in which the parser may have to begin again. */
  private final List<YamlProblem> found = new ArrayList<>(0);

  private final GoGrammar grammar;

  private CharOffsets.View offsets;
  private @Nullable YamlTreeNode root;
  private int documentStart;
  private int contentStart;
  private int lastStart;
  private int lastEnd;

  /** Looked for once, not in each document up to the end of the text. */
  private int nextTab = -1;

  /** Where the text before the document at hand ends. */
  private int tabsFrom;

  private AliasBudget budget = new AliasBudget();

  private record Anchored(YamlTreeNode node, long size) {}

  TreeBuilder(SourceText source, Consumer<YamlDocument> documents, Consumer<YamlProblem> problems) {
    this.source = source;
    this.documents = documents;
    this.problems = problems;
    this.duplicateKeys = new DuplicateKeys(source);
    this.grammar = new GoGrammar(source);
    this.offsets = new CharOffsets("").from(0);
  }

  /** Forgets a document that broke off. */
  void startAt(int offset, CharOffsets.View view) {
    found.clear();
    offsets = view;
    tabsFrom = offset;
    documentStart = offset;
    contentStart = offset;
    startDocument();
  }

  /** Tells what was found in a document that broke off for good. */
  void giveUp() {
    found.forEach(problems);
    found.clear();
  }

  /** Where the document at hand begins. */
  int documentStart() {
    return documentStart;
  }

  /** Where its content begins: behind its own marker. */
  int contentStart() {
    return contentStart;
  }

  /** From where on a template may be that the parser did not take as text. */
  int unreadFrom() {
    return lastStart;
  }

  void accept(Event event) {
    switch (event.getEventId()) {
      case DocumentStart -> documentStarts((DocumentStartEvent) event);
      case DocumentEnd -> documentEnds(event);
      case MappingStart, SequenceStart -> collectionStarts((CollectionStartEvent) event);
      case MappingEnd, SequenceEnd -> collectionEnds(event);
      case Scalar -> scalar((ScalarEvent) event);
      case Alias -> alias((AliasEvent) event);
      default -> {
        // Start and end of the stream, and comments, which are not asked for.
      }
    }
  }

  private void documentStarts(DocumentStartEvent event) {
    startDocument();
    documentStart = start(event);
    contentStart = event.isExplicit() ? end(event) : documentStart;
    grammar.checkDirectives(
        lastEnd, contentStart, event.getSpecVersion().map(SpecVersion::getMinor));
    lastStart = contentStart;
    lastEnd = contentStart;
  }

  private void startDocument() {
    open.clear();
    parts.clear();
    anchors.clear();
    root = null;
    budget = new AliasBudget();
    lastStart = contentStart;
    lastEnd = contentStart;
  }

  private void documentEnds(Event event) {
    int end = end(event);
    if (root != null) {
      checkTabs(root, end);
      giveUp();
      documents.accept(new YamlDocument(root, documentStart, end));
    }
    startDocument();
    tabsFrom = end;
    documentStart = end;
    contentStart = end;
    lastStart = end;
  }

  private void checkTabs(YamlTreeNode content, int end) {
    if (nextTab < tabsFrom) {
      int found = source.text().indexOf('\t', tabsFrom);
      nextTab = found < 0 ? Integer.MAX_VALUE : found;
    }
    if (nextTab < end) {
      TabRules.check(source, content, nextTab, end);
    }
  }

  private void collectionStarts(CollectionStartEvent event) {
    budget.addNode();
    if (open.size() == MAX_DEPTH) {
      throw tooDeep(source, start(event));
    }
    open.push(
        new OpenCollection(
            event instanceof MappingStartEvent,
            event.isFlow(),
            start(event),
            properties(event, event.getTag()),
            parts.size()));
  }

  private void collectionEnds(Event event) {
    OpenCollection collection = open.pop();
    if (collection.flow) {
      lastEnd = end(event);
    }
    add(collection.mapping ? mapping(collection) : sequence(collection), collection.size);
  }

  static RejectedDocument tooDeep(SourceText source, int offset) {
    return new RejectedDocument(
        YamlProblem.at(
            source,
            offset,
            ProblemKind.SIZE,
            "the document is nested deeper than " + MAX_DEPTH + " levels.",
            "Write it flatter."));
  }

  private MappingNode mapping(OpenCollection collection) {
    MappingNode mapping =
        new MappingNode(
            collection.start,
            lastEnd,
            collection.properties,
            collection.flow,
            takeParts(collection));
    rejectTemplate(mapping);
    duplicateKeys.find(mapping, found::add);
    return mapping;
  }

  private SequenceNode sequence(OpenCollection collection) {
    List<YamlTreeNode> items = List.of(takeParts(collection));
    return new SequenceNode(
        collection.start, lastEnd, collection.properties, collection.flow, items);
  }

  private YamlTreeNode[] takeParts(OpenCollection collection) {
    List<YamlTreeNode> own = parts.subList(collection.firstPart, parts.size());
    YamlTreeNode[] taken = own.toArray(new YamlTreeNode[0]);
    own.clear();
    return taken;
  }

  /** {@code a: {{ .x }}} is a mapping in braces whose first key is one, too. */
  private void rejectTemplate(MappingNode mapping) {
    if (mapping.flow()
        && mapping.size() > 0
        && mapping.key(0) instanceof MappingNode key
        && key.flow()
        && key.start() == mapping.start() + 1) {
      throw new RejectedDocument(TemplateSigns.problem(source, mapping.start()));
    }
  }

  private void scalar(ScalarEvent event) {
    int start = start(event);
    ScalarStyle style = style(event);
    lastEnd = ScalarEnds.end(source.text(), style, start, end(event));
    OpenCollection parent = open.peek();
    boolean flow = parent != null && parent.flow;
    boolean key = flow && parent.mapping && (parts.size() - parent.firstPart) % 2 == 0;
    grammar.check(style, flow, key, event.getValue(), start, lastEnd);
    String value = value(event, style, start);
    if (key && style == ScalarStyle.PLAIN && GoGrammar.marksKey(true, value)) {
      value = value.substring(1);
      start++;
    }
    budget.addNode();
    lastStart = style == ScalarStyle.PLAIN ? start : lastEnd;
    add(
        new ScalarNode(
            start, lastEnd, properties(event, event.getTag()), style, interner.intern(value)),
        1);
  }

  private String value(ScalarEvent event, ScalarStyle style, int start) {
    if (event.getTag().filter(BINARY::equals).isPresent()) {
      return BinaryText.decode(event.getValue())
          .orElseThrow(
              () ->
                  reject(
                      start,
                      ProblemKind.SYNTAX,
                      "what is behind !!binary is not base64.",
                      "Correct it, or write the text itself."));
    }
    return switch (style) {
      case PLAIN -> ParserText.valueOf(source.text(), lastEnd, event.getValue());
      case DOUBLE_QUOTED -> ParserText.unescaped(source.text(), event.getValue());
      case SINGLE_QUOTED, LITERAL, FOLDED -> event.getValue();
    };
  }

  private static ScalarStyle style(ScalarEvent event) {
    return switch (event.getScalarStyle()) {
      case SINGLE_QUOTED -> ScalarStyle.SINGLE_QUOTED;
      case DOUBLE_QUOTED -> ScalarStyle.DOUBLE_QUOTED;
      case LITERAL -> ScalarStyle.LITERAL;
      case FOLDED -> ScalarStyle.FOLDED;
      default -> ScalarStyle.PLAIN;
    };
  }

  private void alias(AliasEvent event) {
    String name = event.getAlias().getValue();
    int start = start(event);
    lastStart = start;
    lastEnd = end(event);
    grammar.checkAnchor(name, start);
    Anchored anchored = anchors.get(name);
    if (anchored == null) {
      throw reject(start, ProblemKind.ALIAS, "*" + name + " " + whyUnknown(name), "Remove it.");
    }
    budget.addAlias(anchored.size);
    if (budget.isSpent()) {
      throw reject(
          start,
          ProblemKind.SIZE,
          "the document's aliases stand for "
              + budget.aliased()
              + " nodes, too many beside what is written out.",
          "Write out what is meant.");
    }
    add(new AliasNode(start, lastEnd, name, anchored.node), anchored.size + 1);
  }

  private String whyUnknown(String name) {
    boolean inside = open.stream().anyMatch(collection -> collection.hasAnchor(name));
    return inside
        ? "is inside the very node that &" + name + " names."
        : "refers to no anchor before it in this document.";
  }

  private void add(YamlTreeNode node, long size) {
    Optional<String> anchor = node.anchor();
    if (anchor.isPresent()) {
      grammar.checkAnchor(anchor.get(), node.start());
      anchors.put(anchor.get(), new Anchored(node, size));
    }
    OpenCollection parent = open.peek();
    if (parent == null) {
      root = node;
    } else {
      parts.add(node);
      parent.size += size;
    }
  }

  private RejectedDocument reject(int offset, ProblemKind kind, String message, String remedy) {
    return new RejectedDocument(YamlProblem.at(source, offset, kind, message, remedy));
  }

  private static YamlTreeNode.@Nullable Properties properties(
      NodeEvent event, Optional<String> tag) {
    return event.getAnchor().isEmpty() && tag.isEmpty()
        ? null
        : new YamlTreeNode.Properties(
            event.getAnchor().map(Anchor::getValue).orElse(null), tag.orElse(null));
  }

  private int start(Event event) {
    return offset(event.getStartMark().orElseThrow());
  }

  private int end(Event event) {
    return offset(event.getEndMark().orElseThrow());
  }

  private int offset(Mark mark) {
    return offsets.offset(mark.getIndex());
  }
}
