package dev.sonde.measured;

/** When answers were measured, in the order in which it comes. */
public enum AnswerPhase {
  /** The ten seconds that follow a probe's first success: classes are loaded, code is compiled. */
  FIRST_TEN_SECONDS("firstTenSeconds", "in the first ten seconds"),
  /** After them, with nobody asking but the probes. */
  AT_REST("atRest", "at rest"),
  /** While clients ask as well. */
  UNDER_LOAD("underLoad", "under load");

  private final String fieldName;
  private final String words;

  AnswerPhase(String fieldName, String words) {
    this.fieldName = fieldName;
    this.words = words;
  }

  /** {@return the field of a measurement, such as {@code atRest}} */
  public String fieldName() {
    return fieldName;
  }

  /** {@return what is in a sentence, such as {@code at rest}} */
  public String words() {
    return words;
  }
}
