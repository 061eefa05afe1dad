package dev.sonde.processor.check;

import dev.sonde.processor.read.Declaration;
import dev.sonde.processor.read.HandlerSetting;
import dev.sonde.processor.report.Place;
import dev.sonde.processor.report.Problem;
import dev.sonde.rules.JavaRule;
import java.util.ArrayList;
import java.util.List;

/** Judges what an annotation can say and Kubernetes cannot. */
public final class SettingRules {

  private SettingRules() {}

  /**
   * {@return what is wrong with the parameters of a declaration}
   *
   * @param declaration the declaration
   */
  public static List<Problem> judge(Declaration declaration) {
    List<Problem> problems = new ArrayList<>();
    for (HandlerSetting handler : declaration.settings().handlers().values()) {
      Place name = handler.places().get(handler.handler().fieldName() + ".portName");
      if (name != null && handler.sets("port")) {
        problems.add(
            Problem.of(
                JavaRule.PORT_TWICE,
                name,
                handler.handler().fieldName()
                    + " of "
                    + declaration.place()
                    + " sets both port and portName.",
                "Keep one of them."));
      }
      if (handler.heartbeat().isPresent()) {
        HeartbeatRules.judge(handler, handler.heartbeat().get(), problems);
      }
    }
    return problems;
  }
}
