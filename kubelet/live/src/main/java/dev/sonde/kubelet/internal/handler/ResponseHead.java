package dev.sonde.kubelet.internal.handler;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Status and headers of an HTTP/1 response.
 *
 * @param status the status code
 * @param headers the values of each header in their order; names in any case
 */
record ResponseHead(int status, Map<String, List<String>> headers) {

  private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.\\d (\\d{3})(?: .*)?");
  private static final int MAX_BYTES = 10 << 20;
  private static final int MAX_INTERIM = 5;

  /** Reads a head; those with a status of 1xx are passed over, save 101. */
  static ResponseHead read(InputStream in) throws IOException {
    for (int interim = 0; interim <= MAX_INTERIM; interim++) {
      ResponseHead head = readOne(in);
      if (head.status >= 200 || head.status == 101) {
        return head;
      }
    }
    throw new IOException("too many 1xx responses");
  }

  private static ResponseHead readOne(InputStream in) throws IOException {
    int[] budget = {MAX_BYTES};
    String statusLine = line(in, budget);
    Matcher matcher = STATUS_LINE.matcher(statusLine);
    if (!matcher.matches()) {
      throw new IOException(
          "malformed HTTP response \"" + AttemptReasons.oneLine(statusLine) + "\"");
    }
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String line = line(in, budget); !line.isEmpty(); line = line(in, budget)) {
      if (line.charAt(0) == ' ' || line.charAt(0) == '\t') {
        continue; // A folded header: none that matters here is ever folded.
      }
      int colon = line.indexOf(':');
      if (colon <= 0) {
        throw new IOException("malformed header line \"" + AttemptReasons.oneLine(line) + "\"");
      }
      headers
          .computeIfAbsent(line.substring(0, colon).strip(), name -> new ArrayList<>())
          .add(line.substring(colon + 1).strip());
    }
    return new ResponseHead(Integer.parseInt(matcher.group(1)), headers);
  }

  static String line(InputStream in, int[] budget) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("connection closed before the end of the headers");
      }
      if (--budget[0] < 0) {
        throw new IOException("response head over " + MAX_BYTES + " bytes");
      }
      line.append((char) c);
    }
    int length = line.length();
    if (length > 0 && line.charAt(length - 1) == '\r') {
      line.setLength(length - 1);
    }
    return new String(
        line.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  Optional<String> header(String name) {
    return values(name).stream().findFirst().filter(value -> !value.isEmpty());
  }

  private List<String> values(String name) {
    return headers.getOrDefault(name, List.of());
  }

  boolean redirects() {
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
  }

  /** The body that follows, as long as it says it is. */
  ResponseBody body(InputStream in) throws IOException {
    if (status == 204 || status == 304) {
      return ResponseBody.ofLength(in, 0);
    }
    List<String> codings = values("Transfer-Encoding");
    if (!codings.isEmpty()) {
      if (codings.size() > 1 || !codings.get(0).equalsIgnoreCase("chunked")) {
        String all = AttemptReasons.oneLine(String.join(", ", codings));
        throw new IOException("unsupported transfer encoding \"" + all + "\"");
      }
      return ResponseBody.chunked(in);
    }
    Set<String> lengths = new LinkedHashSet<>(values("Content-Length"));
    if (lengths.size() > 1) {
      String all = AttemptReasons.oneLine(String.join(", ", lengths));
      throw new IOException("differing Content-Lengths \"" + all + "\"");
    }
    Optional<String> length = header("Content-Length");
    if (length.isPresent() && !length.get().matches("\\d{1,18}")) {
      throw new IOException("bad Content-Length \"" + AttemptReasons.oneLine(length.get()) + "\"");
    }
    return length.isPresent()
        ? ResponseBody.ofLength(in, Long.parseLong(length.get()))
        : ResponseBody.untilClosed(in);
  }
}
