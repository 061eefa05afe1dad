package dev.sonde.processor.plan;

import dev.sonde.model.HttpGet;
import dev.sonde.model.ProbeKind;
import dev.sonde.processor.diagnostic.SourcePlace;
import dev.sonde.processor.diagnostic.SourceProblem;
import dev.sonde.processor.read.HandlerSetting;
import dev.sonde.rules.JavaRule;
import java.util.List;

/** Knows where generated endpoints answer. */
final class EndpointPath {

  private static final String MARKS = "/._~!$&'()*+,;=:@-";

  private EndpointPath() {}

  /** {@return where the endpoint of a probe answers if nothing else is said} */
  static String defaultOf(ProbeKind kind) {
    return switch (kind) {
      case STARTUP -> "/startedz";
      case LIVENESS -> "/livez";
      case READINESS -> "/readyz";
    };
  }

  /** {@return where a request arrives: the kubelet puts a missing slash first, a query is apart} */
  static String of(HttpGet httpGet) {
    String path = httpGet.effectivePath();
    for (int index = 0; index < path.length(); index++) {
      if (path.charAt(index) == '?' || path.charAt(index) == '#') {
        path = path.substring(0, index);
        break;
      }
    }
    return path.startsWith("/") ? path : "/" + path;
  }

  static void judge(ProbeKind kind, HandlerSetting written, List<SourceProblem> problems) {
    SourcePlace place = written.places().get("httpGet.path");
    if (place == null || !(written.handler() instanceof HttpGet httpGet)) {
      return;
    }
    String path = of(httpGet);
    for (int index = 0; index < path.length(); index++) {
      if (!isPlain(path.charAt(index))) {
        problems.add(
            SourceProblem.of(
                JavaRule.ENDPOINT_PATH,
                place,
                "path \""
                    + httpGet.effectivePath()
                    + "\" of the "
                    + kind.word()
                    + " endpoint has the character '"
                    + path.charAt(index)
                    + "'.",
                "Use letters, digits and " + MARKS + "."));
        return;
      }
    }
  }

  private static boolean isPlain(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || MARKS.indexOf(c) >= 0;
  }
}
