package dev.sonde.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What docs/command-line.md shows for hooks, workflows and containers, run with the real jar. */
class HooksIT {

  private static final Path CLI = Path.of("").toAbsolutePath();
  private static final Path ROOT = CLI.getParent();
  private static final Path PAGE = ROOT.resolve("docs/command-line.md");
  private static final Path SONDE = CLI.resolve("bin/sonde");
  private static final Path JAR = Path.of(System.getProperty("sonde.jar"));

  private static final String PROBES =
      """
      apiVersion: sonde.dev/v1
      kind: ProbeSet
      container: shop
      readinessProbe:
        httpGet:
          path: /readyz
          port: 8080
      """;

  private static final String MANIFEST =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: shop}
      spec:
        selector:
          matchLabels: {app: shop}
        template:
          metadata:
            labels: {app: shop}
          spec:
            containers:
              - name: shop
                image: shop:1
                ports: [{containerPort: 8080}]
                readinessProbe:
                  httpGet:
                    path: /readyz
                    port: 8080
      """;

  @TempDir private Path folder;

  private record Result(int code, String output) {}

  @BeforeEach
  void writeProject() throws IOException {
    write("k8s/shop.yaml", MANIFEST);
    write("target/classes/META-INF/sonde/shop.yaml", PROBES);
  }

  @Test
  void runsEachHookOfThePageOnAGoodProject() throws Exception {
    for (Map<?, ?> hook : hooksOfThePage()) {
      Result result = run(folder, command(hook));
      assertThat(result.output()).isNotBlank();
      assertThat(result.code()).as(result.output()).isZero();
    }
  }

  @Test
  void failsEachHookOfThePageOnABadProject() throws Exception {
    write("k8s/shop.yaml", MANIFEST.replace("path: /readyz", "path: /ready\n              pth: /"));
    for (Map<?, ?> hook : hooksOfThePage()) {
      Result result = run(folder, command(hook));
      assertThat(result.output()).contains("k8s/shop.yaml:");
      assertThat(result.code()).as(result.output()).isNotZero();
    }
  }

  /**
   * The real pre-commit, where it is installed: it clones the hooks and needs no network for that.
   */
  @Test
  void isRunByPreCommit() throws Exception {
    assumeTrue(isOnPath("pre-commit") && isOnPath("git"), "pre-commit or git is not on the path");
    Path hooks = folder.resolve("hooks");
    copy(ROOT.resolve(".pre-commit-hooks.yaml"), hooks.resolve(".pre-commit-hooks.yaml"));
    copy(SONDE, hooks.resolve("cli/bin/sonde"));
    commit(hooks);
    Path project = Files.createDirectories(folder.resolve("project"));
    copy(folder.resolve("k8s/shop.yaml"), project.resolve("k8s/shop.yaml"));
    copy(
        folder.resolve("target/classes/META-INF/sonde/shop.yaml"),
        project.resolve("target/classes/META-INF/sonde/shop.yaml"));
    String config = block("# .pre-commit-config.yaml");
    String revision = run(hooks, List.of("git", "rev-parse", "HEAD")).output().strip();
    Files.writeString(
        project.resolve(".pre-commit-config.yaml"),
        config
            .replaceFirst("repo: \\S+", "repo: " + hooks)
            .replaceFirst("rev: \\S+", "rev: " + revision));
    commit(project);
    List<String> preCommit = List.of("pre-commit", "run", "--all-files", "--verbose");

    Result good = run(project, preCommit);
    assertThat(good.code()).as(good.output()).isZero();

    String drifted = MANIFEST.replace("/readyz", "/ready");
    Files.writeString(project.resolve("k8s/shop.yaml"), drifted);
    Result bad = run(project, preCommit);
    assertThat(bad.code()).as(bad.output()).isEqualTo(1);
    assertThat(bad.output()).contains("[drift-different]");
  }

  @Test
  void leavesOutChartTemplates() throws IOException {
    Map<?, ?> lint = hooks().get(0);
    Pattern exclude = Pattern.compile((String) lint.get("exclude"));
    assertThat(exclude.matcher("chart/templates/deployment.yaml").find()).isTrue();
    assertThat(exclude.matcher("k8s/templates.yaml").find()).isFalse();
    assertThat(lint.get("types")).isEqualTo(List.of("yaml"));
  }

  @Test
  void runsTheActionOfThePage() throws Exception {
    assumeTrue(isOnPath("bash"), "there is no bash");
    Map<?, ?> given = inputsOfThePage();
    assertThat(actionInputs().keySet().containsAll(given.keySet())).isTrue();

    Result result = action(given.get("arguments") + "\n--fail-on warning", given.get("output"));
    assertThat(result.code()).as(result.output()).isZero();
    assertThat(result.output()).isEmpty();
    assertThat(folder.resolve((String) given.get("output")))
        .content()
        .contains("\"version\": \"2.1.0\"");
  }

  @Test
  void failsTheActionWhereTheCommandFails() throws Exception {
    assumeTrue(isOnPath("bash"), "there is no bash");
    assertThat(action("lint nowhere", "").code()).isEqualTo(2);
    Result quoted = action("lint k8s; echo $(id) `id`", "");
    assertThat(quoted.code()).as("words are words, and no script").isEqualTo(2);
    assertThat(quoted.output()).doesNotContain("uid=");
  }

  @Test
  void startsInTheContainerAsOnThePage() throws Exception {
    List<String> recipe = Files.readAllLines(CLI.resolve("Containerfile"));
    String words = line(recipe, "ENTRYPOINT ");
    List<String> command = new ArrayList<>();
    for (Object word : (List<?>) yaml(words)) {
      command.add(word.equals("/opt/sonde/sonde.jar") ? JAR.toString() : (String) word);
    }
    assertThat(command).contains(JAR.toString());
    String run = line(Files.readAllLines(PAGE), "podman run ");
    command.addAll(List.of(run.substring(run.indexOf(" sonde ") + 7).split(" ")));
    Result result = run(folder, command);
    assertThat(result.code()).as(result.output()).isZero();
    assertThat(result.output()).contains("1 workload");
  }

  @Test
  void buildsInTheContainerWhatItCopies() throws IOException {
    List<String> recipe = Files.readAllLines(CLI.resolve("Containerfile"));
    String build = line(recipe, "RUN mvn ");
    assertThat(Files.readString(SONDE)).contains(build.replace(" clean package", " package"));
    assertThat(line(recipe, "COPY --from=build "))
        .isEqualTo("/sonde/cli/target/" + JAR.getFileName() + " /opt/sonde/sonde.jar");
    assertThat(line(Files.readAllLines(PAGE), "podman build ")).contains("-f cli/Containerfile ");
    assertThat(Files.readAllLines(ROOT.resolve(".dockerignore"))).contains("**/target", ".git");
  }

  @Test
  void saysWhatToDoWhereTheJarIsMissing() throws Exception {
    ProcessBuilder builder = new ProcessBuilder(SONDE.toString(), "help");
    builder.environment().put("SONDE_JAR", folder.resolve("none.jar").toString());
    Result result = result(builder);
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.output()).contains("there is no such file").contains("Name the jar");
  }

  private List<String> command(Map<?, ?> used) throws IOException {
    Map<?, ?> hook =
        hooks().stream()
            .filter(each -> each.get("id").equals(used.get("id")))
            .findFirst()
            .orElseThrow();
    List<String> command = new ArrayList<>(List.of(((String) hook.get("entry")).split(" ")));
    command.set(0, ROOT.resolve(command.get(0)).toString());
    ((List<?>) used.get("args")).forEach(word -> command.add((String) word));
    if (!Boolean.FALSE.equals(hook.get("pass_filenames"))) {
      command.add("k8s/shop.yaml");
    }
    return command;
  }

  private static List<Map<?, ?>> hooks() throws IOException {
    return maps(yaml(Files.readString(ROOT.resolve(".pre-commit-hooks.yaml"))));
  }

  private static List<Map<?, ?>> hooksOfThePage() throws IOException {
    Map<?, ?> config = (Map<?, ?>) yaml(block("# .pre-commit-config.yaml"));
    List<Map<?, ?>> hooks = maps(maps(config.get("repos")).get(0).get("hooks"));
    assertThat(hooks).hasSameSizeAs(hooks());
    return hooks;
  }

  private static Map<?, ?> inputsOfThePage() throws IOException {
    Map<?, ?> workflow = (Map<?, ?>) yaml(block("# .github/workflows/probes.yml"));
    Map<?, ?> job = (Map<?, ?>) ((Map<?, ?>) workflow.get("jobs")).get("probes");
    Map<?, ?> step = maps(job.get("steps")).get(1);
    assertThat((String) step.get("uses")).contains("/cli@");
    return (Map<?, ?>) step.get("with");
  }

  private static Map<?, ?> actionInputs() throws IOException {
    return (Map<?, ?>)
        ((Map<?, ?>) yaml(Files.readString(CLI.resolve("action.yml")))).get("inputs");
  }

  /** As a runner does it: the step's script, by bash that ends at the first failure. */
  private Result action(Object arguments, Object output) throws Exception {
    Map<?, ?> action = (Map<?, ?>) yaml(Files.readString(CLI.resolve("action.yml")));
    Map<?, ?> step = maps(((Map<?, ?>) action.get("runs")).get("steps")).get(0);
    Map<String, String> contexts =
        Map.of(
            "${{ github.action_path }}", CLI.toString(),
            "${{ inputs.arguments }}", arguments.toString(),
            "${{ inputs.output }}", output.toString());
    ProcessBuilder builder =
        new ProcessBuilder(
            "bash",
            "--noprofile",
            "--norc",
            "-e",
            "-o",
            "pipefail",
            "-c",
            (String) step.get("run"));
    ((Map<?, ?>) step.get("env"))
        .forEach(
            (name, value) -> {
              String text = (String) value;
              for (Map.Entry<String, String> context : contexts.entrySet()) {
                text = text.replace(context.getKey(), context.getValue());
              }
              builder.environment().put((String) name, text);
            });
    builder.environment().put("SONDE_JAR", JAR.toString());
    return result(builder.directory(folder.toFile()));
  }

  private static Result run(Path where, List<String> command) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(command).directory(where.toFile());
    builder.environment().put("SONDE_JAR", JAR.toString());
    builder.environment().put("PRE_COMMIT_HOME", where.resolve(".cache").toString());
    return result(builder);
  }

  private static Result result(ProcessBuilder builder) throws Exception {
    Process process = builder.redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Result(process.waitFor(), output);
  }

  private static void commit(Path repository) throws Exception {
    List<String> git =
        List.of("git", "-c", "user.name=test", "-c", "user.email=test@example.invalid");
    for (String[] words :
        new String[][] {{"init", "-q"}, {"add", "."}, {"commit", "-q", "-m", "test"}}) {
      Result result = run(repository, Stream.concat(git.stream(), Stream.of(words)).toList());
      assertThat(result.code()).as(result.output()).isZero();
    }
  }

  private static boolean isOnPath(String program) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  private void write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    Files.copy(from, to);
  }

  private static String block(String firstLine) throws IOException {
    String page = Files.readString(PAGE);
    int start = page.indexOf(firstLine);
    assertThat(start).as(firstLine).isPositive();
    return page.substring(start, page.indexOf("```", start));
  }

  private static String line(List<String> lines, String start) {
    return lines.stream()
        .filter(line -> line.startsWith(start))
        .findFirst()
        .map(line -> line.substring(line.indexOf(start.strip()) + start.strip().length()).strip())
        .orElseThrow();
  }

  private static Object yaml(String text) {
    return new Load(LoadSettings.builder().build()).loadFromString(text);
  }

  private static List<Map<?, ?>> maps(Object list) {
    return ((List<?>) list).stream().<Map<?, ?>>map(each -> (Map<?, ?>) each).toList();
  }
}
