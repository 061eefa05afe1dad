package dev.sonde.kubelet.scenario;

import dev.sonde.kubelet.sim.ApplicationFault;
import dev.sonde.kubelet.sim.FaultEffect;
import dev.sonde.kubelet.sim.RandomFault;
import dev.sonde.model.ProbeKind;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads faults. */
final class FaultFields {

  static final Map<String, ProbeKind> KINDS =
      Arrays.stream(ProbeKind.values())
          .collect(Collectors.toUnmodifiableMap(ProbeKind::word, Function.identity()));

  private static final Map<String, FaultEffect> EFFECTS =
      Arrays.stream(FaultEffect.values())
          .collect(Collectors.toUnmodifiableMap(FaultEffect::word, Function.identity()));

  /** What the times of a fault count from: the beginning, or each instance's start. */
  private static final Map<String, Boolean> CLOCKS = Map.of("scenario", false, "container", true);

  private FaultFields() {}

  /** A fault at a certain time, or by chance. */
  record Read(ApplicationFault fault, Optional<RandomFault> byChance) {}

  static Read read(ScenarioFields fields) {
    Optional<FaultEffect> does = fields.choice("does", EFFECTS);
    if (does.isEmpty() && fields.value("does").isEmpty()) {
      fields.incomplete("does not say what the application does.", "Add does.");
    }
    Duration from = fields.duration("from").orElse(Duration.ZERO);
    Optional<Duration> lasts = fields.duration("for");
    Optional<Duration> until = fields.duration("until");
    if (lasts.isPresent() && until.isPresent()) {
      fields.incomplete("has both for and until.", "Keep one of them.");
    }
    if (until.isPresent() && until.get().compareTo(from) <= 0) {
      fields.incomplete("has an until that is not after its from.", "Raise until, or write for.");
    }
    Set<ProbeKind> probes = EnumSet.noneOf(ProbeKind.class);
    probes.addAll(fields.choices("probes", KINDS));
    OptionalLong instance = fields.whole("instance", 1, Integer.MAX_VALUE);
    OptionalLong status = fields.whole("status", 400, 599);
    Optional<String> reason = fields.text("reason");
    ApplicationFault fault =
        new ApplicationFault(
            does.orElse(FaultEffect.FAILS),
            from,
            lasts.map(from::plus).or(() -> until),
            fields.choice("since", CLOCKS).orElse(false),
            probes,
            instance.isPresent() ? OptionalInt.of((int) instance.getAsLong()) : OptionalInt.empty(),
            reason.orElse(status.isPresent() ? "HTTP status " + status.getAsLong() : ""),
            fields.duration("takes"),
            (int) fields.whole("exitCode", 0, 255).orElse(1));
    Optional<RandomFault> byChance =
        fields.object("random").map(random -> random(random, fault, fields));
    fields.finish();
    return new Read(fault, byChance);
  }

  private static RandomFault random(
      ScenarioFields random, ApplicationFault fault, ScenarioFields fields) {
    for (String fixed : new String[] {"from", "for", "until"}) {
      if (fields.value(fixed).isPresent()) {
        fields.incomplete("comes by chance and has " + fixed + ".", "Remove " + fixed + ".");
      }
    }
    if (fault.does() == FaultEffect.EXITS) {
      fields.incomplete("exits, which cannot come by chance.", "Write from.");
    }
    Optional<Duration> gap = random.duration("meanGap");
    if (gap.isEmpty() || gap.get().isZero()) {
      random.incomplete("has no meanGap above 0.", "Add the mean time between two faults.");
    }
    Duration shortest = random.duration("shortest").orElse(Duration.ofSeconds(1));
    Duration longest = random.duration("longest").orElse(shortest);
    if (longest.compareTo(shortest) < 0) {
      random.incomplete("has a longest below its shortest.", "Swap them.");
    }
    random.finish();
    return new RandomFault(fault, gap.orElse(Duration.ofMinutes(1)), shortest, longest);
  }
}
