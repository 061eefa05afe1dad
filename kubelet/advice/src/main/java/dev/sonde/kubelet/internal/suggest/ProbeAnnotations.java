package dev.sonde.kubelet.internal.suggest;

import dev.sonde.model.ContainerSpec;
import dev.sonde.model.Probe;
import dev.sonde.model.ProbeField;
import dev.sonde.model.ProbeKind;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** The numbers of probes as annotations; what a probe asks stays as the code has it. */
final class ProbeAnnotations {

  private ProbeAnnotations() {}

  static List<String> of(ContainerSpec container) {
    List<String> annotations = new ArrayList<>();
    container.probes().forEach((kind, probe) -> annotations.add(of(kind, probe)));
    return annotations;
  }

  private static String of(ProbeKind kind, Probe probe) {
    List<String> members = new ArrayList<>();
    for (ProbeField field : ProbeField.values()) {
      OptionalLong number = probe.effective(field);
      if (number.isPresent() && !number.equals(field.defaultValue())) {
        members.add(field.fieldName() + " = " + number.getAsLong());
      }
    }
    String word = kind.word();
    String name = "@" + Character.toUpperCase(word.charAt(0)) + word.substring(1);
    return members.isEmpty() ? name : name + "(" + String.join(", ", members) + ")";
  }
}
