package dev.sonde.docs;

import java.util.regex.Pattern;

/** Completes what a page leaves out of Java: bodies, imports. */
final class JavaText {

  static final String IMPORTS =
      """
      import static dev.sonde.dsl.Probes.*;
      import static java.time.Duration.ofSeconds;

      import dev.sonde.annotation.*;
      import dev.sonde.grpc.GrpcHealthService;
      import dev.sonde.kubelet.junit.*;
      import dev.sonde.model.ProbeSet;
      import dev.sonde.model.TimingAnswers;
      import dev.sonde.runtime.*;
      import dev.sonde.runtime.answer.*;
      import dev.sonde.runtime.micrometer.MicrometerHealth;
      import dev.sonde.runtime.tls.Tls;
      import io.grpc.Server;
      import io.grpc.ServerBuilder;
      import java.nio.file.Path;
      import java.time.Duration;
      import java.util.*;
      import java.util.concurrent.*;
      import org.junit.jupiter.api.extension.RegisterExtension;
      import org.springframework.boot.autoconfigure.SpringBootApplication;
      """;

  private static final Pattern TYPE_BODY = Pattern.compile("(class [\\w ]+) \\{ … \\}");

  private JavaText() {}

  /** {@return the text with bodies where the page has dots} */
  static String bodies(String text) {
    return TYPE_BODY
        .matcher(text)
        .replaceAll("$1 {}")
        .replace("{ … }", "{ throw new UnsupportedOperationException(); }")
        .replaceAll("(?m)^\\s*…$", "");
  }

  /** {@return a source file: as it is if it names its package, else with one, and with imports} */
  static String complete(String text) {
    return text.contains("package ")
        ? text
        : "package com.example.orders;\n\nimport dev.sonde.annotation.*;\nimport java.util.concurrent.*;\n\n"
            + bodies(text);
  }
}
