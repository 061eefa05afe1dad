package dev.sonde.manifests.tree;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How a file's bytes are text.
 *
 * @param charset the character set
 * @param marked whether a byte order mark is before the text
 */
record TextEncoding(Charset charset, boolean marked) {

  static final TextEncoding UNMARKED_UTF_8 = new TextEncoding(UTF_8, false);

  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final char REPLACEMENT = '\uFFFD';

  private static final List<TextEncoding> MARKED =
      List.of(
          new TextEncoding(UTF_8, true),
          new TextEncoding(UTF_16LE, true),
          new TextEncoding(UTF_16BE, true));

  /** What came of decoding: the text, or the text up to the first byte that is none. */
  record Decoded(SourceText source, boolean whole) {

    Optional<YamlProblem> problem() {
      return whole
          ? Optional.empty()
          : Optional.of(
              YamlProblem.at(
                  source,
                  source.text().length(),
                  ProblemKind.ENCODING,
                  "the bytes from here on are not " + source.charset() + " text.",
                  "Save the file as UTF-8."));
    }
  }

  static Decoded decode(byte[] bytes) {
    TextEncoding encoding = of(bytes);
    return encoding.charset.equals(UTF_8) ? encoding.fast(bytes) : encoding.strict(bytes);
  }

  /** Without a replacement character in the result nothing was replaced. */
  private Decoded fast(byte[] bytes) {
    int markLength = mark().length;
    String text = new String(bytes, markLength, bytes.length - markLength, charset);
    return text.indexOf(REPLACEMENT) < 0
        ? new Decoded(new SourceText(text, this), true)
        : strict(bytes);
  }

  private Decoded strict(byte[] bytes) {
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    int markLength = mark().length;
    ByteBuffer in = ByteBuffer.wrap(bytes, markLength, bytes.length - markLength);
    CharBuffer out = CharBuffer.allocate(bytes.length - markLength);
    CoderResult result = decoder.decode(in, out, true);
    String text = new String(out.array(), 0, out.position());
    return new Decoded(new SourceText(text, this), !result.isError());
  }

  private static TextEncoding of(byte[] bytes) {
    return MARKED.stream()
        .filter(encoding -> encoding.marks(bytes))
        .findFirst()
        .orElse(UNMARKED_UTF_8);
  }

  private boolean marks(byte[] bytes) {
    byte[] mark = mark();
    return bytes.length >= mark.length
        && Arrays.equals(bytes, 0, mark.length, mark, 0, mark.length);
  }

  /** The bytes before the text. */
  byte[] mark() {
    return marked ? BYTE_ORDER_MARK.getBytes(charset) : new byte[0];
  }
}
