package dev.sonde.maven;

import dev.sonde.manifests.document.UnreadableDocumentException;
import dev.sonde.manifests.files.NotWrittenException;
import dev.sonde.manifests.files.UnreadableFileException;
import java.io.IOException;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;

/** What all goals have in common: they can be skipped, and fail in the same words. */
abstract class SondeMojo extends AbstractMojo {

  /** Does nothing. */
  @Parameter(property = "sonde.skip", defaultValue = "false")
  private boolean skip;

  @Override
  public final void execute() throws MojoExecutionException, MojoFailureException {
    if (skip) {
      getLog().info("Sonde is skipped.");
      return;
    }
    try {
      run();
    } catch (UnreadableDocumentException wrong) {
      throw new MojoFailureException(wrong.getMessage(), wrong);
    } catch (IllegalArgumentException wrong) {
      throw new MojoExecutionException(wrong.getMessage(), wrong);
    } catch (UnreadableFileException | NotWrittenException told) {
      throw new MojoExecutionException(told.getMessage(), told);
    } catch (IOException broken) {
      throw new MojoExecutionException("Cannot read or write a file: " + broken, broken);
    }
  }

  /**
   * Does what the goal is there for.
   *
   * @throws IOException if a file cannot be read or written
   * @throws MojoExecutionException if a parameter is wrong
   * @throws MojoFailureException if the project is
   */
  abstract void run() throws IOException, MojoExecutionException, MojoFailureException;
}
