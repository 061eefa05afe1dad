package dev.sonde.maven;

import dev.sonde.manifests.output.CommandLine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;

/** The command line that merges with the very words with which a goal checked. */
final class RepairCommand {

  private static final String OWN_PROPERTIES = "sonde.";
  private static final String CHECK_PROPERTIES = "sonde.check.";

  private RepairCommand() {}

  static String of(MavenSession session, MojoExecution check) {
    List<String> words = new ArrayList<>(List.of("mvn"));
    MavenProject project = session.getCurrentProject();
    if (!project.equals(session.getTopLevelProject())) {
      words.addAll(List.of("-f", relative(session, project)));
    }
    List<String> profiles = session.getRequest().getActiveProfiles();
    if (!profiles.isEmpty()) {
      words.add("-P" + String.join(",", profiles));
    }
    new TreeMap<>(session.getUserProperties())
        .forEach(
            (name, value) -> {
              if (isMerges(name.toString())) {
                words.add("-D" + name + "=" + value);
              }
            });
    words.add(goal(project, check));
    return CommandLine.of(words);
  }

  private static String relative(MavenSession session, MavenProject project) {
    Path root = Path.of(session.getExecutionRootDirectory());
    return root.relativize(project.getFile().toPath()).toString();
  }

  private static boolean isMerges(String property) {
    return property.startsWith(OWN_PROPERTIES) && !property.startsWith(CHECK_PROPERTIES);
  }

  /** Only where the plugin is in the project does Maven know its short name. */
  private static String goal(MavenProject project, MojoExecution check) {
    Plugin plugin = project.getPlugin(check.getPlugin().getKey());
    if (plugin == null) {
      Plugin called = check.getPlugin();
      return called.getKey() + ":" + called.getVersion() + ":merge";
    }
    PluginExecution execution = plugin.getExecutionsAsMap().get(check.getExecutionId());
    boolean ownWords =
        execution != null
            && !Objects.equals(execution.getConfiguration(), plugin.getConfiguration());
    return ownWords ? "sonde:merge@" + check.getExecutionId() : "sonde:merge";
  }
}
