package dev.sonde.grpc;

import dev.sonde.runtime.HealthEndpoints;
import dev.sonde.runtime.ProbeWatch;
import dev.sonde.runtime.answer.EndpointKind;
import dev.sonde.runtime.answer.ProbeReport;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * What is behind one name that clients may ask for.
 *
 * @param asking asks it once
 * @param watch asks it again and again
 */
record ServedName(Supplier<CompletionStage<ProbeReport>> asking, ProbeWatch watch) {

  /** Where several probes have a check of one name, the name alone means the first of these. */
  private static final List<EndpointKind> ORDER =
      List.of(EndpointKind.READINESS, EndpointKind.LIVENESS, EndpointKind.STARTUP);

  /** {@return all names: the server as a whole, the probes that there are, and their checks} */
  static Map<String, ServedName> of(HealthEndpoints endpoints, Duration period) {
    Map<String, ServedName> names = new LinkedHashMap<>();
    names.put("", probe(endpoints, EndpointKind.READINESS, period));
    List<EndpointKind> declared = ORDER.stream().filter(endpoints.paths()::containsKey).toList();
    for (EndpointKind kind : declared) {
      names.put(word(kind), probe(endpoints, kind, period));
    }
    for (EndpointKind kind : declared) {
      for (String check : endpoints.checkNames(kind)) {
        ServedName served =
            new ServedName(() -> endpoints.ask(kind, check), endpoints.watch(kind, check, period));
        names.putIfAbsent(check, served);
        names.putIfAbsent(word(kind) + "/" + check, served);
      }
    }
    return names;
  }

  private static ServedName probe(HealthEndpoints endpoints, EndpointKind kind, Duration period) {
    return new ServedName(() -> endpoints.ask(kind), endpoints.watch(kind, period));
  }

  private static String word(EndpointKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
