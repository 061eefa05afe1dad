package dev.sonde.rules;

import dev.sonde.model.ActionType;
import dev.sonde.model.ContainerAction;
import dev.sonde.model.Exec;
import dev.sonde.model.Grpc;
import dev.sonde.model.HttpGet;
import dev.sonde.model.HttpHeader;
import dev.sonde.model.Sleep;
import dev.sonde.model.TcpSocket;
import dev.sonde.release.FeatureGate;
import java.util.List;
import java.util.Optional;

/** Judges what a probe or a hook does. Of several actions only the first is looked into. */
final class ActionRules implements ContainerAction.Cases<FindingCollector> {

  private final FieldPath path;
  private final FindingSubject subject;
  private final PodLimits limits;
  private final FindingCollector report;

  /**
   * Prepares for one probe or hook.
   *
   * @param path to the probe or hook
   * @param subject the probe or hook
   * @param limits what bounds a sleep
   */
  ActionRules(FieldPath path, FindingSubject subject, PodLimits limits, FindingCollector report) {
    this.path = path;
    this.subject = subject;
    this.limits = limits;
    this.report = report;
  }

  /**
   * Judges the actions that were written, in the API server's order.
   *
   * @param choice the actions that are possible here
   */
  void check(List<? extends ContainerAction> actions, List<ActionType> choice) {
    if (actions.isEmpty()) {
      report.add(
          ApiRules.HANDLER_MISSING.finding(
              path, subject.words() + " has no handler.", "Add one of " + words(choice) + "."));
      return;
    }
    ContainerAction first = actions.get(0);
    check(first);
    for (ContainerAction later : actions.subList(1, actions.size())) {
      report.add(
          ApiRules.ONE_HANDLER.finding(
              path.field(later.fieldName()),
              subject.words()
                  + " has both "
                  + first.fieldName()
                  + " and "
                  + later.fieldName()
                  + "; it can have one handler.",
              "Keep one of them."));
    }
  }

  private static String words(List<ActionType> choice) {
    List<String> names = ActionType.names(choice);
    int last = names.size() - 1;
    return String.join(", ", names.subList(0, last)) + " and " + names.get(last);
  }

  private void check(ContainerAction action) {
    FieldPath port = path.field(action.fieldName()).field("port");
    if (action.dialledPort().isPresent()) {
      PortRules.check(action.dialledPort().get(), port, subject, report);
    }
    action.map(this);
  }

  @Override
  public FindingCollector tcpSocket(TcpSocket tcpSocket) {
    return report;
  }

  @Override
  public FindingCollector grpc(Grpc grpc) {
    grpc.mode()
        .ifPresent(
            mode ->
                checkWord(
                    ApiRules.GRPC_MODE,
                    path.field("grpc").field("mode"),
                    "mode",
                    mode,
                    Grpc.MODES));
    return report;
  }

  @Override
  public FindingCollector exec(Exec exec) {
    if (exec.command().isEmpty()) {
      report.add(
          ApiRules.EXEC_COMMAND.finding(
              path.field("exec").field("command"),
              "the exec command of " + subject.words() + " is empty.",
              "Name the program to run, and its arguments."));
    }
    return report;
  }

  @Override
  public FindingCollector httpGet(HttpGet httpGet) {
    FieldPath handler = path.field("httpGet");
    checkWord(
        ApiRules.HTTP_SCHEME,
        handler.field("scheme"),
        "scheme",
        httpGet.effectiveScheme(),
        HttpGet.SCHEMES);
    for (int index = 0; index < httpGet.httpHeaders().size(); index++) {
      check(httpGet.httpHeaders().get(index), index);
    }
    checkProtocol(httpGet, handler);
    return report;
  }

  /** The API server looks at the scheme, then at the host, and names the first that is wrong. */
  private void checkProtocol(HttpGet httpGet, FieldPath handler) {
    httpGet
        .protocol()
        .ifPresent(
            protocol ->
                checkWord(
                    ApiRules.HTTP_PROTOCOL,
                    handler.field("protocol"),
                    "protocol",
                    protocol,
                    HttpGet.PROTOCOLS));
    if (!httpGet.overHttp2()) {
      return;
    }
    Optional<String> host = httpGet.host().filter(name -> !name.isEmpty());
    if (httpGet.effectiveScheme().equals("HTTPS")) {
      report.add(
          ApiRules.HTTP_PROTOCOL.finding(
              handler.field("protocol"),
              "protocol HTTP2 of " + subject.words() + " cannot have the scheme HTTPS.",
              "Remove protocol: over HTTPS the server itself can choose HTTP/2."));
    } else if (host.isPresent()) {
      report.add(
          ApiRules.HTTP_PROTOCOL.finding(
              handler.field("protocol"),
              "protocol HTTP2 of %s cannot have the host %s."
                  .formatted(subject.words(), FindingWords.quote(host.get())),
              "Remove host; to choose a virtual host, send a Host header."));
    }
  }

  private void checkWord(Rule rule, FieldPath field, String name, String word, List<String> known) {
    if (known.contains(word)) {
      return;
    }
    String choice = "Write " + String.join(" or ", known) + ".";
    report.add(
        rule.finding(
            field,
            "%s %s of %s is neither %s."
                .formatted(
                    name, FindingWords.quote(word), subject.words(), String.join(" nor ", known)),
            known.stream()
                .filter(word::equalsIgnoreCase)
                .map(meant -> "Write it as " + meant + ": capitals count.")
                .findFirst()
                .orElse(choice)));
  }

  private void check(HttpHeader header, int index) {
    if (isHeaderName(header.name())) {
      return;
    }
    FieldPath headers = path.field("httpGet").field("httpHeaders");
    report.add(
        ApiRules.HTTP_HEADER_NAME.finding(
            headers,
            headers.index(index).field("name"),
            "header name %s of %s %s."
                .formatted(
                    FindingWords.quote(header.name()),
                    subject.words(),
                    header.name().isEmpty()
                        ? "is empty"
                        : "has characters other than letters, digits and hyphens"),
            "Write a name of letters, digits and hyphens, without a colon."));
  }

  private static boolean isHeaderName(String name) {
    return !name.isEmpty() && name.chars().allMatch(ActionRules::isHeaderCharacter);
  }

  private static boolean isHeaderCharacter(int c) {
    return AsciiNames.isLowerLetter(c)
        || AsciiNames.isUpperLetter(c)
        || AsciiNames.isDigit(c)
        || c == '-';
  }

  @Override
  public FindingCollector sleep(Sleep sleep) {
    int least = FeatureGate.POD_LIFECYCLE_SLEEP_ZERO.isOn(limits.release()) ? 0 : 1;
    if (sleep.seconds() >= least && sleep.seconds() <= limits.gracePeriodSeconds()) {
      return report;
    }
    FieldPath field = path.field("sleep");
    report.add(
        ApiRules.HOOK_SLEEP_RANGE.finding(
            field,
            field.field("seconds"),
            "sleep of %d s in %s is outside %d..%d, the pod's grace period."
                .formatted(sleep.seconds(), subject.words(), least, limits.gracePeriodSeconds()),
            sleep.seconds() < least
                ? "Sleep for at least %d s.".formatted(least)
                : "Sleep for less, or raise the pod's terminationGracePeriodSeconds."));
    return report;
  }
}
