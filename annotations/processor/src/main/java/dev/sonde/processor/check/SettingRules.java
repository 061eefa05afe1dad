package dev.sonde.processor.check;

import dev.sonde.processor.diagnostic.SourcePlace;
import dev.sonde.processor.diagnostic.SourceProblem;
import dev.sonde.processor.read.HandlerSetting;
import dev.sonde.processor.read.ProbeDeclaration;
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
  public static List<SourceProblem> judge(ProbeDeclaration declaration) {
    List<SourceProblem> problems = new ArrayList<>();
    for (HandlerSetting handler : declaration.settings().handlers().values()) {
      SourcePlace name = handler.places().get(handler.handler().fieldName() + ".portName");
      if (name != null && handler.sets("port")) {
        problems.add(
            SourceProblem.of(
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
