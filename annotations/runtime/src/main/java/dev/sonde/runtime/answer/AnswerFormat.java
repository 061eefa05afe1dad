package dev.sonde.runtime.answer;

import java.nio.charset.StandardCharsets;

/** The forms in which a report can be written. All of them are UTF-8. */
public enum AnswerFormat {
  /** The JSON of MicroProfile Health 4. */
  MICROPROFILE("application/json", "application/json"),
  /** The JSON of Spring Boot's health actuator, version 3. */
  SPRING_ACTUATOR(
      "application/vnd.spring-boot.actuator.v3+json",
      "application/vnd.spring-boot.actuator.v3+json"),
  /** The JSON of the expired draft {@code draft-inadarei-api-health-check}. */
  HEALTH_JSON("application/health+json", "application/health+json"),
  /** The text of Kubernetes' own servers: {@code ok}, or a line for each check. */
  KUBERNETES_TEXT("text/plain", "text/plain;charset=utf-8");

  private final String mediaType;
  private final String contentType;

  AnswerFormat(String mediaType, String contentType) {
    this.mediaType = mediaType;
    this.contentType = contentType;
  }

  /** {@return the media type that asks for this format} */
  public String mediaType() {
    return mediaType;
  }

  /** {@return the value of the {@code Content-Type} header} */
  public String contentType() {
    return contentType;
  }

  /**
   * {@return the report in this format}
   *
   * @param report what to write
   * @param wish how to write it
   */
  public byte[] write(ProbeReport report, AnswerRequest wish) {
    String text =
        switch (this) {
          case MICROPROFILE -> MicroProfileJson.write(report, wish);
          case SPRING_ACTUATOR -> SpringActuatorJson.write(report, wish);
          case HEALTH_JSON -> HealthJson.write(report, wish);
          case KUBERNETES_TEXT -> KubernetesText.write(report, wish);
        };
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
