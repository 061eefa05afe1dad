package dev.sonde.lint;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An image that is known to have neither a shell nor the usual small programs.
 *
 * @param name the image as it is written
 */
record BareImage(String name) {

  private static final Pattern BARE =
      Pattern.compile(
          "(.*[/:-])?(distroless|chisell?ed)([/:@_-].*)?"
              + "|cgr\\.dev/chainguard/(static|glibc-dynamic|jre)([:@].*)?"
              + "|(registry\\.k8s\\.io|k8s\\.gcr\\.io)/pause([:@].*)?");

  /** Made for people who look into them, and so with a shell. */
  private static final Pattern WITH_SHELL = Pattern.compile(".*[:-](debug|dev|shell)\\b.*");

  /** Python's own library calls a shell, so this one has it. */
  private static final Pattern OF_PYTHON = Pattern.compile(".*distroless/python.*");

  private static final Set<String> SHELLS = Set.of("sh", "bash", "ash", "dash", "zsh", "busybox");

  private static final Set<String> PROGRAMS =
      Set.of(
          "wget", "curl", "nc", "ncat", "netcat", "telnet", "cat", "ls", "test", "[", "stat",
          "find", "grep", "sed", "awk", "head", "tail", "cut", "wc", "sleep", "echo", "printf",
          "touch", "rm", "mkdir", "kill", "pkill", "pgrep", "pidof", "ps", "ss", "netstat", "date",
          "true", "false", "env", "timeout", "jq");

  private static final Set<String> USUAL_FOLDERS =
      Set.of("", "/bin/", "/usr/bin/", "/sbin/", "/usr/sbin/", "/usr/local/bin/", "/busybox/");

  /** Tells whether an image is one of them. */
  static boolean isOne(String image) {
    String name = image.toLowerCase(Locale.ROOT);
    return BARE.matcher(name).matches() && !WITH_SHELL.matcher(name).matches();
  }

  /**
   * Tells whether a program is one that it does not have; what somebody added has its own place.
   */
  boolean lacks(String program) {
    String file = ExecView.fileName(program);
    String folder = program.substring(0, program.length() - file.length());
    return USUAL_FOLDERS.contains(folder)
        && (PROGRAMS.contains(file) || (SHELLS.contains(file) && !hasShell()));
  }

  boolean hasShell() {
    return OF_PYTHON.matcher(name).matches();
  }
}
