package dev.sonde.mcp;

import static dev.sonde.mcp.ToolArgument.Type.NUMBER;
import static dev.sonde.mcp.ToolArgument.Type.PATH;
import static dev.sonde.mcp.ToolArgument.Type.PATHS;
import static dev.sonde.mcp.ToolArgument.Type.TEXT;
import static dev.sonde.mcp.ToolArgument.Type.TEXTS;
import static dev.sonde.mcp.ToolArgument.choice;
import static dev.sonde.mcp.ToolArgument.option;
import static dev.sonde.mcp.ToolArgument.paths;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A tool: a command with some of its options. Another command is another row of {@link #ALL}.
 *
 * @param name its name
 * @param description what it does
 * @param command the words that the command line begins with
 * @param arguments what a call may say
 * @param settings whether the command takes settings from a project file
 * @param writes whether it writes files
 */
record SondeTool(
    String name,
    String description,
    List<String> command,
    List<ToolArgument> arguments,
    boolean settings,
    boolean writes) {

  private static final String MANIFESTS = "Manifests in YAML or JSON, or folders of them.";

  private static final ToolArgument KUBERNETES =
      option("kubernetes", "--kubernetes", TEXTS, "Releases of Kubernetes, such as 1.36.");

  private static final ToolArgument FAIL_ON =
      choice(
          "failOn",
          "--fail-on",
          List.of("error", "warning", "info"),
          "The least severity that fails; error if not given.");

  private static final ToolArgument PROBES =
      option(
          "probes",
          "--probes",
          PATHS,
          "What the code declares: a probe-set document, a folder of classes such as"
              + " target/classes, or a jar.");

  private static final ToolArgument ENVIRONMENT =
      option("environment", "--environment", TEXT, "The environment that is meant, such as prod.");

  private static final ToolArgument OVERRIDES =
      option("overrides", "--overrides", PATH, "The file that says what differs there.");

  private static final ToolArgument EXCLUDE =
      option("exclude", "--exclude", TEXTS, "Patterns of files that do not count.");

  private static final ToolArgument PACKAGE =
      option("package", "--package", TEXT, "The package of the classes.").demanded();

  private static final ToolArgument STYLE =
      choice("style", "--style", List.of("annotations", "dsl"), "annotations if not given.");

  private static final ToolArgument WORKLOAD =
      option("workload", "--workload", TEXT, "Only this workload, such as Deployment/orders.");

  private static final ToolArgument CONTAINER =
      option("container", "--container", TEXT, "Only containers of this name.");

  /** All tools, those that only read first. */
  static final List<SondeTool> ALL =
      List.of(
          reading(
              "lint",
              "Judges the probes in Kubernetes manifests: the API server's own verdict, then"
                  + " advice, each with place and remedy.",
              List.of("lint"),
              List.of(paths(MANIFESTS), EXCLUDE, KUBERNETES, FAIL_ON)),
          reading(
              "check",
              "Compares manifests with the probes that compiled Java code declares, by meaning, and"
                  + " shows what merging would change.",
              List.of("check"),
              List.of(
                  paths(MANIFESTS),
                  PROBES.demanded(),
                  ENVIRONMENT,
                  OVERRIDES,
                  EXCLUDE,
                  KUBERNETES,
                  FAIL_ON)),
          reading(
              "adopt",
              "Shows the Java that declares the probes of hand-written manifests: a class for each"
                  + " container. Writes nothing.",
              List.of("adopt", "--output=-"),
              List.of(paths(MANIFESTS), PACKAGE, STYLE, WORKLOAD, CONTAINER)),
          new SondeTool(
              "explain",
              "Says what a rule demands and why, with examples; without a rule, lists them all.",
              List.of("explain"),
              List.of(option("rule", "", TEXT, "The id that a finding shows in brackets.")),
              false,
              false),
          reading(
              "answers",
              "Says what probes mean in time: how long until a failure is noticed, until a restart,"
                  + " until traffic stops and comes back.",
              List.of("report", "--json=-"),
              List.of(paths(MANIFESTS), PROBES, ENVIRONMENT, OVERRIDES)),
          new SondeTool(
              "simulate",
              "Plays scenarios on a simulated kubelet; of manifests and probe sets, the standard"
                  + " scenarios: a slow start, a hang, a dependency that is away.",
              List.of("simulate"),
              List.of(
                  paths("Scenarios, manifests or probe sets, or folders of them."),
                  choice("mode", "--mode", List.of("ideal", "real"), "How late the kubelet is."),
                  option("seeds", "--seeds", NUMBER, "Over how many seeds to tell a range."),
                  KUBERNETES),
              false,
              false),
          writing(
              "merge",
              "Brings the probes that the code declares into manifests, field by field.",
              List.of("merge"),
              List.of(paths(MANIFESTS), PROBES.demanded(), ENVIRONMENT, OVERRIDES, EXCLUDE)),
          writing(
              "adopt_into",
              "Writes the Java of adopt into a source folder; refuses to overwrite files.",
              List.of("adopt"),
              List.of(
                  paths(MANIFESTS),
                  option("output", "--output", PATH, "The source folder.").demanded(),
                  PACKAGE,
                  STYLE,
                  WORKLOAD,
                  CONTAINER)));

  private static SondeTool reading(
      String name, String description, List<String> command, List<ToolArgument> arguments) {
    return new SondeTool(name, description, command, arguments, true, false);
  }

  private static SondeTool writing(
      String name, String description, List<String> command, List<ToolArgument> arguments) {
    return new SondeTool(name, description, command, arguments, true, true);
  }

  /** {@return the JSON schema of a call's arguments} */
  Map<String, Object> schema() {
    Map<String, Object> properties = new LinkedHashMap<>();
    arguments.forEach(argument -> properties.put(argument.name(), argument.schema()));
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    schema.put("properties", properties);
    schema.put(
        "required",
        arguments.stream().filter(ToolArgument::required).map(ToolArgument::name).toList());
    schema.put("additionalProperties", false);
    return schema;
  }
}
