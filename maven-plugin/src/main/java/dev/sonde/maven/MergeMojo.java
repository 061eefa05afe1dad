package dev.sonde.maven;

import dev.sonde.manifests.merge.MergePlan;
import dev.sonde.manifests.merge.MergeSession;
import java.io.IOException;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Brings the probes of the compiled classes into the project's manifests, field by field, and
 * leaves every other byte as it is. All files are written, or none.
 *
 * <p>Bound to no phase, because it changes sources: {@code mvn process-classes sonde:merge}.
 */
@Mojo(name = "merge", threadSafe = true)
public final class MergeMojo extends ManifestsMojo {

  /** Shows what would change, and writes nothing. */
  @Parameter(property = "sonde.dryRun", defaultValue = "false")
  private boolean dryRun;

  @Override
  void run(MergeSession session) throws IOException, MojoExecutionException, MojoFailureException {
    MergePlan plan = session.plan();
    new FindingLog(getLog()).write(plan.remarks());
    if (!plan.refusals().isEmpty()) {
      throw new MojoFailureException(
          "The probes cannot be merged, and nothing was written. Correct what is reported above.");
    }
    if (dryRun) {
      plan.diff().lines().forEach(getLog()::info);
    } else {
      session.write();
    }
    getLog().info(plan.summary(dryRun));
    if (plan.hasErrors()) {
      throw new MojoFailureException(
          "Merging cannot repair what is reported above: correct it by hand.");
    }
  }
}
