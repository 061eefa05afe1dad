package dev.sonde.manifests.decode;

import dev.sonde.manifests.decode.FieldType.ListOf;
import dev.sonde.manifests.decode.FieldType.MapOf;
import dev.sonde.manifests.decode.FieldType.Scalar;
import dev.sonde.manifests.decode.FieldType.Struct;
import dev.sonde.manifests.decode.GoDecoder.Sentences;
import dev.sonde.manifests.tree.MappingNode;
import dev.sonde.manifests.tree.ScalarNode;
import dev.sonde.manifests.tree.ScalarStyle;
import dev.sonde.manifests.tree.ScalarType;
import dev.sonde.manifests.tree.SequenceNode;
import dev.sonde.manifests.tree.SourceText;
import dev.sonde.manifests.tree.YamlTreeNode;
import dev.sonde.rules.FindingWords;
import java.util.List;
import java.util.Optional;

/** Says what is wrong with a value of the wrong type, and how it was likely meant. */
final class WrongType {

  private final SourceText source;
  private final WayWords words;
  private final DecodePath way;

  WrongType(SourceText source, DecodePath way) {
    this.source = source;
    this.way = way;
    this.words = new WayWords(way);
  }

  Sentences of(YamlTreeNode found, FieldType wanted) {
    String message =
        words.fieldWith(value(found))
            + " is "
            + kind(found)
            + "; it must be "
            + wanted.words()
            + ".";
    return new Sentences(message, remedy(found, wanted));
  }

  Sentences outOfRange(ScalarNode found, Scalar wanted) {
    boolean wide = wanted == Scalar.INT64;
    String message =
        words.fieldWith(value(found)) + " does not fit into " + (wide ? 64 : 32) + " bits.";
    return new Sentences(
        message,
        "Write a number up to " + (wide ? Long.MAX_VALUE : Integer.MAX_VALUE) + " at most.");
  }

  private static String value(YamlTreeNode found) {
    if (!(found instanceof ScalarNode scalar)) {
      return "";
    }
    return " = "
        + (scalar.type() == ScalarType.STRING ? FindingWords.quote(scalar.text()) : scalar.text());
  }

  private static String kind(YamlTreeNode found) {
    if (found instanceof ScalarNode scalar) {
      return switch (scalar.type()) {
        case STRING -> "text";
        case BOOLEAN -> "a truth value";
        case INTEGER, FLOAT -> "a number";
        case NULL -> "nothing";
      };
    }
    return found instanceof SequenceNode ? "a list" : "a map";
  }

  private String remedy(YamlTreeNode found, FieldType wanted) {
    if (found instanceof ScalarNode scalar) {
      return remedy(scalar, wanted);
    }
    if (found instanceof SequenceNode sequence) {
      return wanted instanceof Struct || wanted instanceof MapOf
          ? withoutDash(sequence)
          : "Write one value instead of a list.";
    }
    return wanted instanceof ListOf ? withDash((MappingNode) found) : "Write a single value.";
  }

  private String withoutDash(SequenceNode sequence) {
    return sequence.flow()
        ? "Write a map: {…} instead of […]."
        : "Remove the \"- \" in line " + line(sequence) + ": no list belongs here.";
  }

  private String withDash(MappingNode mapping) {
    return mapping.flow()
        ? "Put brackets around it: [{…}]."
        : "Begin line " + line(mapping) + " with \"- \", which makes it the list's first item.";
  }

  private String remedy(ScalarNode scalar, FieldType wanted) {
    if (wanted instanceof Scalar simple) {
      return remedy(scalar, simple);
    }
    if (wanted instanceof ListOf list) {
      return list.element() == Scalar.STRING
          ? "Write a list: " + CommandText.asList(scalar.text()) + "."
          : "Write a list, each item behind \"- \".";
    }
    return wanted instanceof Struct struct
        ? insideStruct(scalar, struct)
        : "Write names with values below it.";
  }

  /** {@code tcpSocket: 8080} and its like: the value belongs in a field of the map. */
  private static String insideStruct(ScalarNode scalar, Struct wanted) {
    Optional<String> field =
        switch (wanted.name()) {
          case "HTTPGetAction" -> Optional.of(scalar.type() == ScalarType.STRING ? "path" : "port");
          case "TCPSocketAction", "GRPCAction" -> Optional.of("port");
          case "ExecAction" -> Optional.of("command");
          case "SleepAction" -> Optional.of("seconds");
          default -> Optional.empty();
        };
    return field
        .map(
            name ->
                "Write it as a field: "
                    + name
                    + ": "
                    + (name.equals("command") ? CommandText.asList(scalar.text()) : scalar.text())
                    + ".")
        .orElse("Write its fields below it.");
  }

  private String remedy(ScalarNode scalar, Scalar wanted) {
    return switch (wanted) {
      case STRING -> "Put it in quotes: " + FindingWords.quote(scalar.text()) + ".";
      case BOOL -> bool(scalar);
      case INT32, INT64, INT_OR_STRING -> number(scalar);
      case QUANTITY, TIME, ANY -> "Write " + wanted.words() + ".";
    };
  }

  private static String bool(ScalarNode scalar) {
    return isQuoted(scalar) && List.of("true", "false").contains(scalar.text())
        ? "Remove the quotes: " + scalar.text() + "."
        : "Write true or false.";
  }

  private String number(ScalarNode scalar) {
    if (scalar.type() == ScalarType.STRING) {
      if (scalar.text().matches("[+-]?[0-9]{1,18}")) {
        return isQuoted(scalar)
            ? "Remove the quotes: " + scalar.text() + "."
            : "Write the number alone: " + scalar.text() + ".";
      }
      return DurationReading.seconds(scalar.text())
          .map(seconds -> "Write whole seconds: " + seconds + ".")
          .orElse(
              isPortOfGrpc() ? "Write the port's number; grpc takes no name." : "Write digits.");
    }
    return "Write a whole number.";
  }

  private boolean isPortOfGrpc() {
    return way.levels().get(way.levels().size() - 1).type().name().equals("GRPCAction");
  }

  private static boolean isQuoted(ScalarNode scalar) {
    return scalar.style() != ScalarStyle.PLAIN;
  }

  private int line(YamlTreeNode node) {
    return source.position(node.start()).line();
  }
}
