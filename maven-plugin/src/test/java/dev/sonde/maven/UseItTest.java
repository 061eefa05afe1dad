package dev.sonde.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * What README says under "Use it" is what the integration test of that name builds with a real
 * Maven.
 */
class UseItTest {

  private static final Pattern XML = Pattern.compile("```xml\n(.*?)```", Pattern.DOTALL);

  @Test
  void buildsWhatReadmeShows() throws IOException {
    String readme = Files.readString(Path.of("../README.md"));
    String section = readme.substring(readme.indexOf("\n## Use it\n"));
    String pom = withoutIndent(Files.readString(Path.of("src/it/use-it/pom.xml")));
    assertThat(XML.matcher(section).results())
        .isNotEmpty()
        .allSatisfy(block -> assertThat(pom).contains(withoutIndent(block.group(1))));
  }

  private static String withoutIndent(String xml) throws IOException {
    return xml.replace("@project.version@", version()).replaceAll("(?m)^ +", "");
  }

  private static String version() throws IOException {
    String plugin = Files.readString(Path.of("target/classes/META-INF/maven/plugin.xml"));
    return plugin.substring(plugin.indexOf("<version>") + 9, plugin.indexOf("</version>"));
  }
}
