package dev.sonde.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** Compact source files, whose class has no name, are Java from 25 on. */
@EnabledForJreRange(min = JRE.JAVA_25)
class CompactSourceTest {

  @Test
  void rejectsACheckThatNothingCanName() {
    Compilation compilation =
        Javac.lenient()
            .compile(
                JavaFileObjects.forSourceString(
                    "Main",
                    """
                    import dev.sonde.annotation.*;
                    @Readiness boolean open() { return true; }
                    static class Inner { @Readiness(timeoutSeconds = 2) boolean open() { return true; } }
                    void main() {}
                    """));
    assertThat(compilation.errors())
        .extracting(error -> error.getLineNumber() + " " + error.getMessage(null))
        .containsExactly(
            "2 [check-visibility] Main.open() is in a compact source file, whose class"
                + " has no name by which generated code could call it. Declare a class around it,"
                + " in a package.",
            "3 [check-visibility] Main.Inner.open() is in a compact source file, whose class has no name"
                + " by which generated code could call it. Declare a class around it, in a"
                + " package.");
  }
}
