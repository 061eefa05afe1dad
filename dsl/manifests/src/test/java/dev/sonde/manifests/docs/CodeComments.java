package dev.sonde.manifests.docs;

import dev.sonde.lint.ApplicationFacts;
import dev.sonde.lint.CheckFacts;
import dev.sonde.lint.ContainerContext;
import dev.sonde.lint.PodContext;
import dev.sonde.model.ContainerSpec;
import dev.sonde.model.PodSpec;
import dev.sonde.model.ProbeKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads what the comments of an example say about the code in the container. */
final class CodeComments {

  private static final Pattern WORST_START =
      Pattern.compile("# In the code: worst start (\\d+) s\\.");
  private static final Pattern DRAIN = Pattern.compile("# In the code: drain (\\d+) s\\.");
  private static final Pattern EXTERNAL =
      Pattern.compile("# In the code: check \"(.+)\" behind (\\w+) depends on another system\\.");
  private static final Pattern DEADLINE =
      Pattern.compile("# In the code: check \"(.+)\" behind (\\w+) may take (\\d+) s\\.");

  private CodeComments() {}

  static boolean isIn(String example) {
    return example.contains("# In the code:");
  }

  static PodContext of(String example, String workloadKind, PodSpec pod) {
    ApplicationFacts facts =
        new ApplicationFacts(
            Optional.empty(),
            first(WORST_START, example).map(CodeComments::seconds),
            first(DRAIN, example)
                .map(Integer::parseInt)
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty()),
            checks(example));
    return PodContext.of(workloadKind)
        .withContainers(
            pod.containers().stream()
                .map(ContainerSpec::name)
                .flatMap(Optional::stream)
                .collect(
                    Collectors.toMap(Function.identity(), name -> ContainerContext.of(facts))));
  }

  private static Optional<String> first(Pattern pattern, String example) {
    return pattern.matcher(example).results().map(match -> match.group(1)).findFirst();
  }

  private static List<CheckFacts> checks(String example) {
    List<CheckFacts> checks = new ArrayList<>();
    EXTERNAL
        .matcher(example)
        .results()
        .forEach(match -> checks.add(check(match, Optional.empty(), true)));
    DEADLINE
        .matcher(example)
        .results()
        .forEach(match -> checks.add(check(match, Optional.of(seconds(match.group(3))), false)));
    return checks;
  }

  private static CheckFacts check(
      MatchResult match, Optional<Duration> deadline, boolean external) {
    ProbeKind kind = ProbeKind.valueOf(match.group(2).toUpperCase(Locale.ROOT));
    return new CheckFacts(match.group(1), kind, deadline, external, Optional.empty());
  }

  private static Duration seconds(String number) {
    return Duration.ofSeconds(Long.parseLong(number));
  }
}
