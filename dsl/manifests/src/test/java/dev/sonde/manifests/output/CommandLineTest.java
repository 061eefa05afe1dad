package dev.sonde.manifests.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          k8s/deployment.yaml | k8s/deployment.yaml
          C:\\k8s\\a.yaml     | C:\\k8s\\a.yaml
          -Dsonde.strict=true | -Dsonde.strict=true
          my manifests        | 'my manifests'
          it's                | 'it'\\''s'
          $(rm)               | '$(rm)'
          """)
  void quotesWhatAShellWouldChange(String word, String quoted) {
    assertThat(CommandLine.of(List.of("sonde", word))).isEqualTo("sonde " + quoted);
  }

  @Test
  void writesOutWhatATerminalWouldObey() {
    assertThat(CommandLine.of(List.of("it's\u001b\\\n\u202e")))
        .isEqualTo("$'it\\'s\\u001b\\\\\\n\\u202e'");
  }
}
