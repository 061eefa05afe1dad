package dev.sonde.processor.plan;

import dev.sonde.model.Grpc;
import dev.sonde.model.HttpGet;
import dev.sonde.model.Probe;
import dev.sonde.model.ProbeKind;
import dev.sonde.processor.diagnostic.SourcePlace;
import dev.sonde.processor.diagnostic.SourceProblem;
import dev.sonde.processor.read.DeclaredHeartbeat;
import dev.sonde.processor.read.HandlerSetting;
import dev.sonde.processor.read.ProbeDeclaration;
import dev.sonde.rules.FieldPath;
import dev.sonde.rules.Finding;
import dev.sonde.rules.JavaRule;
import dev.sonde.rules.ProbeRules;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Decides what one probe is and whether a generated endpoint answers it. Used once. */
final class ProbePlanner {

  private final ProbeKind kind;
  private final HealthPort port;
  private final boolean grpc;
  private final List<SourceProblem> problems;
  private final ProbeDraft draft;
  private final List<NamedCheck> checks;
  private final Probe probe;

  /**
   * Plans a probe.
   *
   * @param declarations what is declared of this kind, sorted; at least one
   * @param names the names of the container's checks
   * @param generated the class that would serve it
   * @param grpc whether Sonde's gRPC service is there
   */
  ProbePlanner(
      ProbeKind kind,
      List<ProbeDeclaration> declarations,
      HealthPort port,
      CheckNames names,
      ClassName generated,
      boolean grpc,
      List<SourceProblem> problems) {
    this.kind = kind;
    this.port = port;
    this.grpc = grpc;
    this.problems = problems;
    this.draft = ParameterMerge.merge(kind, declarations, problems);
    this.checks = CheckGathering.gather(declarations, names, generated, problems);
    this.probe = isServed() ? draft.toProbe(servedHandler()) : draft.toProbe();
    judge();
    if (endpoint().isPresent()) {
      EmptyProbe.judge(kind, declarations, checks, problems);
    }
  }

  /** {@return which probe it is} */
  ProbeKind kind() {
    return kind;
  }

  /** {@return the checks behind it that can be called, sorted by name} */
  List<NamedCheck> checks() {
    return checks;
  }

  /** {@return the longest that the application takes to start, if that is said} */
  Optional<Duration> startsWithin() {
    return draft.startsWithin();
  }

  /**
   * {@return where a field is set, or the nearest thing around it; nothing if it comes from the
   * container}
   *
   * @param focus the field, as a path within the container
   */
  Optional<SourcePlace> placeOf(FieldPath focus) {
    return draft.placeOf(focus);
  }

  /** {@return the probe, legal or not} */
  Probe probe() {
    return probe;
  }

  /** {@return the endpoint, or the heartbeat, that answers it, unless something else does} */
  Optional<PlannedEndpoint> endpoint() {
    Optional<DeclaredHeartbeat> heartbeat = heartbeat();
    if (!isServed() && !isCalled() && heartbeat.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new PlannedEndpoint(
            kind,
            isServed() ? EndpointPath.of(servedHandler()) : EndpointPath.defaultOf(kind),
            probe.timing(),
            checks,
            heartbeat.isPresent() ? Optional.of(fileOf(heartbeat.get())) : Optional.empty(),
            isServed()));
  }

  private Optional<DeclaredHeartbeat> heartbeat() {
    Optional<HandlerSetting> only = draft.onlyHandler();
    return only.isPresent() ? only.get().heartbeat() : Optional.empty();
  }

  /** Unless it is said how often to write, the probe finds a fresh file each time it looks. */
  private PlannedEndpoint.HeartbeatFile fileOf(DeclaredHeartbeat heartbeat) {
    int third = Math.max(1, probe.timing().periodSeconds() / 3);
    return new PlannedEndpoint.HeartbeatFile(
        heartbeat.file(), heartbeat.everySeconds().orElse(third));
  }

  private boolean isServed() {
    if (!port.served()) {
      return false;
    }
    if (draft.settings().handlers().isEmpty()) {
      return true;
    }
    Optional<HandlerSetting> only = draft.onlyHandler();
    return only.isPresent()
        && only.get().handler() instanceof HttpGet httpGet
        && port.isAskedBy(only.get(), httpGet.port());
  }

  /** Whether the probe calls Sonde's gRPC service, by the name under which this probe is there. */
  private boolean isCalled() {
    Optional<HandlerSetting> only = draft.onlyHandler();
    return grpc
        && port.served()
        && only.isPresent()
        && only.get().handler() instanceof Grpc call
        && isOwnName(call.service().orElse(""));
  }

  private boolean isOwnName(String service) {
    return service.equals(kind.word()) || (service.isEmpty() && kind == ProbeKind.READINESS);
  }

  private HttpGet servedHandler() {
    Optional<HandlerSetting> written = draft.onlyHandler();
    if (written.isEmpty()) {
      HttpGet plain = HttpGet.of(EndpointPath.defaultOf(kind), port.inProbes());
      return port.tls() ? plain.withScheme(port.scheme()) : plain;
    }
    HttpGet httpGet = (HttpGet) written.get().handler();
    boolean portIsSet = written.get().sets("port") || written.get().sets("portName");
    Optional<String> scheme = port.tls() ? Optional.of(port.scheme()) : Optional.empty();
    return new HttpGet(
        Optional.of(httpGet.path().orElse(EndpointPath.defaultOf(kind))),
        portIsSet ? httpGet.port() : port.inProbes(),
        httpGet.host(),
        httpGet.scheme().or(() -> scheme),
        httpGet.httpHeaders(),
        httpGet.protocol());
  }

  private void judge() {
    draft.judge(problems);
    for (Finding finding : ProbeRules.validate(kind, probe).all()) {
      Optional<SourcePlace> place = draft.placeOf(finding.focus());
      if (place.isPresent()) {
        problems.add(SourceProblem.of(finding, place.get()));
      } else if (!port.served()) {
        problems.add(SourceProblem.of(finding, draft.handlerPlace()));
      }
    }
    Optional<HandlerSetting> written = draft.onlyHandler();
    if (written.isEmpty()) {
      return;
    }
    if (isServed()) {
      EndpointPath.judge(kind, written.get(), problems);
      judgeScheme(written.get());
      judgeProtocol(written.get());
    } else if (!checks.isEmpty() && !isCalled() && heartbeat().isEmpty()) {
      problems.add(unasked(written.get()));
    }
  }

  private void judgeScheme(HandlerSetting written) {
    SourcePlace place = written.places().get("httpGet.scheme");
    String scheme = servedHandler().effectiveScheme();
    if (place != null && !scheme.equals(port.scheme()) && HttpGet.SCHEMES.contains(scheme)) {
      problems.add(
          SourceProblem.of(
              JavaRule.ENDPOINT_SCHEME,
              place,
              "scheme \""
                  + scheme
                  + "\" of "
                  + place
                  + " asks the generated endpoint, which speaks "
                  + port.scheme()
                  + ".",
              port.tls()
                  ? "Remove it, or tls = true from @Container."
                  : "Remove it, or write tls = true in @Container: the probes then ask by HTTPS."));
    }
  }

  private void judgeProtocol(HandlerSetting written) {
    SourcePlace place = written.places().get("httpGet.protocol");
    if (place != null && ((HttpGet) written.handler()).overHttp2()) {
      problems.add(
          SourceProblem.of(
              JavaRule.ENDPOINT_PROTOCOL,
              place,
              "protocol \"HTTP2\" of "
                  + place
                  + " asks the generated endpoint, which speaks HTTP/1.1.",
              "Remove it, or ask a port of your own: write port or portName."));
    }
  }

  private SourceProblem unasked(HandlerSetting written) {
    return SourceProblem.of(
        JavaRule.CHECKS_UNASKED,
        written.place(),
        written.handler().fieldName()
            + " of "
            + written.place()
            + " does not ask the generated endpoint, so these checks would never be asked: "
            + NamedCheck.list(checks)
            + ".",
        written.handler() instanceof Grpc && port.served()
            ? callRemedy()
            : "Remove the handler, or the checks.");
  }

  private String callRemedy() {
    return grpc
        ? "Write service = \""
            + kind.word()
            + "\" in @Grpc, the name of this probe in Sonde's service."
        : "Add dev.sonde:sonde-grpc, whose service asks them under the name \""
            + kind.word()
            + "\", or remove the handler, or the checks.";
  }
}
