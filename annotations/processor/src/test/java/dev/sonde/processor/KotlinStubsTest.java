package dev.sonde.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Kotlin, as kapt hands it in: written as Java. */
class KotlinStubsTest {

  private static final Pattern CHECK = Pattern.compile("Check\\.bool\\((.*?)\\)");

  @Test
  void namesChecksAsTheSourceDoesAndAsksEachOnce() {
    Compilation compilation =
        Javac.lenient().compile(Sources.of(Sources.folder("kotlin", "stubs")));
    assertThat(compilation.errors()).isEmpty();
    String health = Javac.generated(compilation).get("shop/AppHealth.java");
    assertThat(CHECK.matcher(health).results().map((MatchResult check) -> check.group(1)))
        .containsExactly(
            "\"companion-plain\", companion::plain",
            "\"jobs-turns\", Jobs::turns",
            "\"no-kotlin-get-open-now\", noKotlin::getOpen$now",
            "\"queue-has-room\", queue::hasRoom",
            "\"queue-hidden\", queue::getHidden$shop_main",
            "\"queue-inside\", queue::inside$shop_main",
            "\"queue-is-ready\", queue::isReady",
            "\"queue-open\", queue::getOpen",
            "\"rooms-free\", RoomsKt::free");
  }
}
