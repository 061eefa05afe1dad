package dev.sonde.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages of the goals name every property of them. */
class GoalPagesTest {

  private static final Pattern PROPERTY = Pattern.compile("\\$\\{(sonde\\.[\\w.]+)}");

  @ParameterizedTest
  @CsvSource({"merge,merge.md", "check,merge.md", "lint,lint.md"})
  void namesEveryProperty(String goal, String file) throws IOException {
    String page = Files.readString(Path.of("../docs").resolve(file));
    List<String> properties =
        PROPERTY.matcher(descriptor(goal)).results().map(MatchResult::group).distinct().toList();
    assertThat(properties)
        .contains("${sonde.manifests}")
        .allSatisfy(property -> assertThat(page).contains(name(property)));
  }

  private static String name(String property) {
    return "`" + property.substring(2, property.length() - 1) + "`";
  }

  private static String descriptor(String goal) throws IOException {
    String plugin = Files.readString(Path.of("target/classes/META-INF/maven/plugin.xml"));
    return Stream.of(plugin.split("<mojo>"))
        .filter(mojo -> mojo.contains("<goal>" + goal + "</goal>"))
        .findFirst()
        .orElseThrow();
  }
}
