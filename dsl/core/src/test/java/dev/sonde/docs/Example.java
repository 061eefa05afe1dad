package dev.sonde.docs;

import dev.sonde.lint.ApplicationFacts;
import dev.sonde.lint.CheckFacts;
import dev.sonde.lint.JvmSigns;
import dev.sonde.lint.Lint;
import dev.sonde.lint.Surroundings;
import dev.sonde.model.PodSpec;
import dev.sonde.model.ProbeKind;
import dev.sonde.rules.FieldPath;
import dev.sonde.rules.Findings;
import dev.sonde.rules.PodSpecRules;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** An example of the page, with what its comments say about the code. */
final class Example {

  private static final Pattern WORST_START =
      Pattern.compile("# In the code: worst start (\\d+) s\\.");
  private static final Pattern EXTERNAL =
      Pattern.compile("# In the code: check \"(.+)\" behind (\\w+) depends on another system\\.");
  private static final Pattern DEADLINE =
      Pattern.compile("# In the code: check \"(.+)\" behind (\\w+) may take (\\d+) s\\.");

  private final String text;
  private final Fields document;

  Example(String text) {
    this.text = text;
    this.document = new Fields(new Load(LoadSettings.builder().build()).loadFromString(text));
  }

  Findings findings() {
    Fields spec = spec();
    PodSpec pod = PodFields.read(spec);
    return PodSpecRules.validate(pod, FieldPath.ROOT)
        .and(Lint.check(pod, FieldPath.ROOT, surroundings(spec)));
  }

  private Fields spec() {
    return document.text("kind").isPresent()
        ? document
            .map("spec")
            .flatMap(s -> s.map("template"))
            .flatMap(t -> t.map("spec"))
            .orElseThrow()
        : document;
  }

  private Surroundings surroundings(Fields spec) {
    Map<String, ApplicationFacts> applications = new HashMap<>();
    for (Fields container : spec.maps("containers")) {
      applications.put(container.text("name").orElseThrow(), facts(container));
    }
    return Surroundings.of(document.text("kind").orElse("Pod")).withApplications(applications);
  }

  private ApplicationFacts facts(Fields container) {
    return new ApplicationFacts(
        JvmSigns.in(container.text("image"), List.of(), List.of()), worstStart(), checks());
  }

  private Optional<Duration> worstStart() {
    Matcher matcher = WORST_START.matcher(text);
    return matcher.find()
        ? Optional.of(Duration.ofSeconds(Long.parseLong(matcher.group(1))))
        : Optional.empty();
  }

  private List<CheckFacts> checks() {
    List<CheckFacts> checks = new ArrayList<>();
    Matcher external = EXTERNAL.matcher(text);
    while (external.find()) {
      checks.add(
          new CheckFacts(
              external.group(1),
              kind(external.group(2)),
              Optional.empty(),
              true,
              Optional.empty()));
    }
    Matcher deadline = DEADLINE.matcher(text);
    while (deadline.find()) {
      Duration duration = Duration.ofSeconds(Long.parseLong(deadline.group(3)));
      checks.add(
          new CheckFacts(
              deadline.group(1),
              kind(deadline.group(2)),
              Optional.of(duration),
              false,
              Optional.empty()));
    }
    return checks;
  }

  private static ProbeKind kind(String word) {
    return ProbeKind.valueOf(word.toUpperCase(Locale.ROOT));
  }
}
