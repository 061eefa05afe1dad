package dev.sonde.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.processor.PartialProject.Call;
import dev.sonde.processor.PartialProject.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * After any sequence of edits and compilations of a part, what is there is what a compilation of
 * everything gives, or the compiler has said to compile everything. {@code -Dsonde.sequences=1000}
 * tries more of them.
 */
class PartialSequencesTest {

  private static final int SEQUENCES = Integer.getInteger("sonde.sequences", 16);
  private static final int STEPS = 4;
  private static final long SEED = 20261129;
  @TempDir private Path folder;
  private int compared;
  private int refused;
  private int failed;

  @Test
  void giveWhatCompilingEverythingGivesOrRefuse() throws IOException {
    for (int number = 0; number < SEQUENCES; number++) {
      new Sequence(number).run();
    }
    System.out.printf(
        "%d sequences of %d compilations of a part: %d as from everything, %d refused, %d that"
            + " do not compile%n",
        SEQUENCES, STEPS, compared, refused, failed);
    assertThat(compared).isGreaterThan(SEQUENCES);
    assertThat(refused).isGreaterThan(SEQUENCES / 4);
  }

  /** One sequence, with its own random numbers, so that it can be run again alone. */
  private final class Sequence {

    private final int number;
    private final Random random;
    private final PartialProject part;
    private final PartialProject whole;
    private final Map<String, String> sources = new TreeMap<>();
    private final Set<String> ghosts = new TreeSet<>();
    private final List<String> story = new ArrayList<>();

    Sequence(int number) throws IOException {
      this.number = number;
      this.random = new Random(SEED + number);
      this.part = new PartialProject(folder.resolve("part-" + number));
      this.whole = new PartialProject(folder.resolve("whole-" + number));
    }

    void run() throws IOException {
      begin();
      compileEverything(part);
      for (int step = 0; step < STEPS; step++) {
        Set<String> changed = change();
        if (!changed.isEmpty()) {
          compilePart(changed);
        }
      }
    }

    private void begin() throws IOException {
      for (String name : SequenceForms.MOVES.values()) {
        if (sources.containsKey(name)) {
          delete(name, true);
        }
      }
      for (String name : SequenceForms.ALL.keySet()) {
        if (!SequenceForms.LATER.contains(name)) {
          put(name, SequenceForms.ALL.get(name).get(0));
        }
      }
    }

    /** Changes, adds, moves and deletes some classes; returns those with a source to compile. */
    private Set<String> change() throws IOException {
      Set<String> changed = new TreeSet<>();
      List<String> names = new ArrayList<>(SequenceForms.ALL.keySet());
      for (int count = 1 + random.nextInt(3); count > 0; count--) {
        String first = names.remove(random.nextInt(names.size()));
        String other = SequenceForms.MOVES.getOrDefault(first, first);
        String name = sources.containsKey(other) ? other : first;
        List<String> forms = SequenceForms.ALL.get(first);
        String form = forms.get(random.nextInt(forms.size()));
        int what = random.nextInt(10);
        if (what == 0 && !other.equals(first) && sources.containsKey(name)) {
          delete(name, true);
          changed.add(name.equals(first) ? other : first);
          put(name.equals(first) ? other : first, form);
        } else if (what < 7 || !sources.containsKey(name) || forms.size() < 3) {
          put(name, form);
          changed.add(name);
        } else {
          delete(name, what < 9);
          changed.add(SequenceForms.PLAIN);
        }
      }
      return changed;
    }

    private void put(String name, String form) throws IOException {
      String text = SequenceForms.source(name, form);
      story.add("write " + name + ": " + form);
      sources.put(name, text);
      ghosts.remove(name);
      part.deleteMade(name);
      part.write(name, text);
      whole.write(name, text);
    }

    private void delete(String name, boolean withClassFiles) throws IOException {
      story.add("delete " + name + (withClassFiles ? "" : ", but not its class files"));
      sources.remove(name);
      part.delete(name, withClassFiles);
      whole.delete(name, false);
      if (!withClassFiles) {
        ghosts.add(name);
      }
    }

    private void compilePart(Set<String> changed) throws IOException {
      boolean sourcePath = random.nextBoolean();
      Call call = new Call(random.nextInt(3) == 0, random.nextInt(8) > 0, sourcePath);
      SortedMap<String, String> before = part.output();
      Outcome outcome = part.compile(call, changed);
      story.add("compile " + changed + " " + call + ": " + outcome);
      whole.clean();
      Outcome expected = whole.compile(Call.JAVAC, sources.keySet());
      if (!outcome.success()) {
        judgeRefusal(call, outcome, expected);
        compileEverything(part);
      } else if (ghosts.isEmpty()) {
        assertThat(expected.success()).as("%s", this).isTrue();
        assertThat(part.output()).as("%s", this).isEqualTo(whole.output());
        assertThat(part.code()).as("%s", this).isEqualTo(whole.code());
        compared++;
      } else if (!part.output().equals(before)) {
        // The compiler cannot know of them, but it can say whose sources it does not see.
        judgeGhosts(outcome);
        compileEverything(part);
      }
    }

    private void judgeRefusal(Call call, Outcome outcome, Outcome expected) {
      if (outcome.says("[compile-everything]")) {
        refused++;
      } else {
        // Without its output the compiler does not find classes; or the program is wrong.
        assertThat(call.outputOnClassPath() && expected.success()).as("%s", this).isFalse();
        failed++;
      }
    }

    private void judgeGhosts(Outcome outcome) throws IOException {
      if (!part.output().equals(whole.output())) {
        assertThat(outcome.messages())
            .as("%s", this)
            .anySatisfy(message -> assertThat(message).startsWith("[source-missing]"));
      }
    }

    private void compileEverything(PartialProject project) throws IOException {
      project.clean();
      ghosts.clear();
      Outcome outcome =
          project.compile(new Call(random.nextInt(4) == 0, true, false), sources.keySet());
      story.add("compile everything: " + outcome);
      if (!outcome.success()) {
        // A state that does not compile is no place to go on from.
        begin();
        project.clean();
        assertThat(project.compile(Call.JAVAC, sources.keySet())).matches(Outcome::success);
      }
    }

    @Override
    public String toString() {
      return "sequence " + number + ":\n" + String.join("\n", story) + "\n";
    }
  }
}
