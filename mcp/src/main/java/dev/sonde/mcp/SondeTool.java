package dev.sonde.mcp;

import static dev.sonde.mcp.SondeTool.Trait.RUNS;
import static dev.sonde.mcp.SondeTool.Trait.SCENARIOS;
import static dev.sonde.mcp.SondeTool.Trait.SETTINGS;
import static dev.sonde.mcp.SondeTool.Trait.WRITES;
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
import java.util.Set;

/**
 * A tool: a command with some of its options. Another command is another row of {@link #ALL}.
 *
 * @param name its name
 * @param description what it does
 * @param command the words that the command line begins with
 * @param arguments what a call may say
 * @param traits what is special to it
 */
record SondeTool(
    String name,
    String description,
    List<String> command,
    List<ToolArgument> arguments,
    Set<Trait> traits) {

  /** What is special to a tool. */
  enum Trait {
    /** Its command takes settings from a project file. */
    SETTINGS,
    /** What it reads are scenarios, which name further files. */
    SCENARIOS,
    /** It writes files. */
    WRITES,
    /** It starts processes. */
    RUNS
  }

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

  private static final ToolArgument PROBED =
      option("file", "", PATH, "A manifest or probe-set document.").demanded();

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
          tool(
              "lint",
              "Judges the probes in Kubernetes manifests: the API server's own verdict, then"
                  + " advice, each with place and remedy.",
              List.of("lint"),
              List.of(paths(MANIFESTS), EXCLUDE, KUBERNETES, FAIL_ON),
              SETTINGS),
          tool(
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
                  FAIL_ON),
              SETTINGS),
          tool(
              "adopt",
              "Shows the Java that declares the probes of hand-written manifests: a class for each"
                  + " container. Writes nothing.",
              List.of("adopt", "--output=-"),
              List.of(paths(MANIFESTS), PACKAGE, STYLE, WORKLOAD, CONTAINER),
              SETTINGS),
          tool(
              "explain",
              "Says what a rule demands and why, with examples; without a rule, lists them all.",
              List.of("explain"),
              List.of(option("rule", "", TEXT, "The id that a finding shows in brackets."))),
          tool(
              "answers",
              "Says what probes mean in time: how long until a failure is noticed, until a restart,"
                  + " until traffic stops and comes back.",
              List.of("report", "--json=-"),
              List.of(paths(MANIFESTS), PROBES, ENVIRONMENT, OVERRIDES),
              SETTINGS),
          tool(
              "simulate",
              "Plays scenarios on a simulated kubelet; of manifests and probe sets, the standard"
                  + " scenarios: a slow start, a hang, a dependency that is away.",
              List.of("simulate"),
              List.of(
                  paths("Scenarios, manifests or probe sets, or folders of them."),
                  choice("mode", "--mode", List.of("ideal", "real"), "How late the kubelet is."),
                  option("seeds", "--seeds", NUMBER, "Over how many seeds to tell a range."),
                  KUBERNETES),
              SCENARIOS),
          tool(
              "suggest",
              "Finds the smallest change of a container's probes that meets your wishes, confirmed "
                  + "in the simulator; or says which wishes contradict each other.",
              List.of("suggest"),
              List.of(
                  PROBED,
                  time("readyWithin", "--ready-within", "Ready so long after it could be."),
                  time(
                      "hangRestartedWithin",
                      "--hang-restarted-within",
                      "So long after a hang the next instance runs."),
                  time("stallSurvived", "--stall-survived", "A hang that long restarts nothing."),
                  time(
                      "trafficGoneWithin",
                      "--traffic-gone-within",
                      "So long after a hang no more traffic is sent."),
                  option(
                      "startsSurvived",
                      "--starts-survived",
                      TEXT,
                      "Probes kill none of this many starts like the measured ones; needs "
                          + "measured."),
                  option("objectives", "--objectives", PATH, "A document that has such wishes."),
                  option("measured", "--measured", PATH, "What measure wrote."),
                  option(
                      "margin", "--margin", TEXT, "The factor for slower nodes; 2 if not given."),
                  WORKLOAD,
                  CONTAINER,
                  KUBERNETES)),
          tool(
              "replay",
              "Tells from what a cluster recorded what happened to a container, which probe and"
                  + " number decided, and what other numbers would have done.",
              List.of("replay"),
              List.of(
                  paths("What kubectl get pod,events -o json prints, or a kubelet's metrics."),
                  option("pod", "--pod", TEXT, "The only pod that counts."),
                  CONTAINER,
                  option("probes", "--probes", PATH, "Probes of a pod that is not recorded."),
                  time(
                      "wellAfter",
                      "--well-after",
                      "How long after its first failed try it would have been well again."),
                  KUBERNETES)),
          tool(
              "merge",
              "Brings the probes that the code declares into manifests, field by field.",
              List.of("merge"),
              List.of(paths(MANIFESTS), PROBES.demanded(), ENVIRONMENT, OVERRIDES, EXCLUDE),
              SETTINGS,
              WRITES),
          tool(
              "adopt_into",
              "Writes the Java of adopt into a source folder; refuses to overwrite files.",
              List.of("adopt"),
              List.of(
                  paths(MANIFESTS),
                  option("output", "--output", PATH, "The source folder.").demanded(),
                  PACKAGE,
                  STYLE,
                  WORKLOAD,
                  CONTAINER),
              SETTINGS,
              WRITES),
          tool(
              "measure",
              "Starts a command again and again under the CPU and memory of a manifest, and writes"
                  + " down how long starts, answers and stops take. It takes minutes; no run begins"
                  + " after ten.",
              List.of("measure", "--max-duration=10m"),
              List.of(
                  PROBED,
                  option(
                          "command",
                          "",
                          TEXTS,
                          "The program and its arguments, seen from the folder that the server runs"
                              + " in.")
                      .demanded(),
                  option("runs", "--runs", NUMBER, "How often it is started; 10 if not given."),
                  option("cpu", "--cpu", TEXT, "Another limit of CPU, such as 500m, or none."),
                  option("memory", "--memory", TEXT, "Another limit of memory, or none."),
                  option("load", "--load", TEXT, "The URL that clients ask for."),
                  time("startWithin", "--start-within", "A start that takes longer is given up."),
                  time("phase", "--phase", "How long it is asked at rest, and under load."),
                  option(
                      "measured",
                      "--measured",
                      PATH,
                      "Where it is written; beside the manifest if not given."),
                  WORKLOAD,
                  CONTAINER),
              WRITES,
              RUNS));

  private static SondeTool tool(
      String name,
      String description,
      List<String> command,
      List<ToolArgument> arguments,
      Trait... traits) {
    return new SondeTool(name, description, command, arguments, Set.of(traits));
  }

  private static ToolArgument time(String name, String option, String description) {
    return option(name, option, TEXT, description + " A time such as 30s or 1m30s.");
  }

  boolean is(Trait trait) {
    return traits.contains(trait);
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
