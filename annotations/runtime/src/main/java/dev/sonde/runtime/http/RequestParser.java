package dev.sonde.runtime.http;

import static dev.sonde.runtime.http.BadRequestException.malformed;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Reads a whole request head, as RFC 9112 wants it and without its lenient corners: what a server
 * and a proxy before it could understand differently is refused.
 */
final class RequestParser {

  private static final int LONGEST_TARGET = 2048;
  private static final String TOKEN_MARKS = "!#$%&'*+-.^_`|~";

  private final byte[] bytes;
  private final int end;
  private int at;

  private boolean http11;
  private int hosts;
  private boolean close;
  private boolean body;
  private String length = "";
  private String accept = "";

  private RequestParser(byte[] bytes, int from, int to) {
    this.bytes = bytes;
    this.at = from;
    this.end = to;
  }

  /**
   * {@return the request}
   *
   * @param bytes holds the head, from the request line to the empty line
   * @param from where it starts
   * @param to where it ends
   * @throws BadRequestException if it cannot be understood, or must not
   */
  static RequestHead parse(byte[] bytes, int from, int to) throws BadRequestException {
    return new RequestParser(bytes, from, to).parse();
  }

  /** {@return whether a request can start so; one that cannot is not waited for} */
  static boolean canStart(byte first) {
    return isTokenByte(first);
  }

  private RequestHead parse() throws BadRequestException {
    String line = nextLine();
    int methodEnd = line.indexOf(' ');
    int targetEnd = line.lastIndexOf(' ');
    if (methodEnd < 1 || targetEnd <= methodEnd + 1) {
      throw malformed("The request line is not method, target and version.");
    }
    String method = token(line.substring(0, methodEnd), "method");
    version(line.substring(targetEnd + 1));
    String target = target(line.substring(methodEnd + 1, targetEnd));
    for (String header = nextLine(); !header.isEmpty(); header = nextLine()) {
      header(header);
    }
    if (http11 && hosts != 1) {
      throw malformed("There must be exactly one Host header.");
    }
    return head(method, target);
  }

  private RequestHead head(String method, String target) {
    int query = target.indexOf('?');
    String path = query < 0 ? target : target.substring(0, query);
    String rest = query < 0 ? "" : target.substring(query + 1);
    return new RequestHead(method, path, rest, accept, close || body || !http11, body);
  }

  private void version(String version) throws BadRequestException {
    http11 = version.equals("HTTP/1.1");
    if (http11 || version.equals("HTTP/1.0")) {
      return;
    }
    if (version.matches("HTTP/[0-9]\\.[0-9]")) {
      throw new BadRequestException(505, "Only HTTP/1.0 and HTTP/1.1 are spoken here.");
    }
    throw malformed("The request line does not end in an HTTP version.");
  }

  /** The target without scheme and host, which it has when the client takes this for a proxy. */
  private static String target(String target) throws BadRequestException {
    if (target.length() > LONGEST_TARGET) {
      throw new BadRequestException(414, "The target is longer than 2048 bytes.");
    }
    for (int i = 0; i < target.length(); i++) {
      if (target.charAt(i) <= ' ' || target.charAt(i) >= 0x7f) {
        throw malformed("The target holds bytes that must be percent-encoded.");
      }
    }
    if (!target.regionMatches(true, 0, "http://", 0, 7)) {
      return target;
    }
    int path = target.indexOf('/', 7);
    return path < 0 ? "/" : target.substring(path);
  }

  private void header(String line) throws BadRequestException {
    int colon = line.indexOf(':');
    if (colon < 0) {
      throw malformed("A header line has no colon.");
    }
    String name = token(line.substring(0, colon), "header name");
    String value = line.substring(colon + 1).strip();
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c != '\t' && (c < ' ' || c == 0x7f)) {
        throw malformed("A header holds control characters.");
      }
    }
    switch (name.toLowerCase(Locale.ROOT)) {
      case "host" -> hosts++;
      case "accept" -> accept = accept.isEmpty() ? value : accept + "," + value;
      case "connection" -> close |= hasElement(value, "close");
      case "content-length" -> contentLength(value);
      case "transfer-encoding" -> body = true;
      default -> {}
    }
  }

  private void contentLength(String value) throws BadRequestException {
    boolean digits = !value.isEmpty() && value.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!digits || (!length.isEmpty() && !length.equals(value))) {
      throw malformed("Content-Length is not one number.");
    }
    length = value;
    body |= value.chars().anyMatch(c -> c != '0');
  }

  private static boolean hasElement(String list, String wanted) {
    for (String element : list.split(",", -1)) {
      if (element.strip().equalsIgnoreCase(wanted)) {
        return true;
      }
    }
    return false;
  }

  /** A line ends with CRLF, or LF alone; a CR elsewhere belongs to no line. */
  private String nextLine() throws BadRequestException {
    int start = at;
    while (at < end && bytes[at] != '\n') {
      at++;
    }
    int lineEnd = at > start && bytes[at - 1] == '\r' ? at - 1 : at;
    at++;
    for (int i = start; i < lineEnd; i++) {
      if (bytes[i] == '\r') {
        throw malformed("A carriage return stands inside a line.");
      }
    }
    return new String(bytes, start, lineEnd - start, StandardCharsets.ISO_8859_1);
  }

  private static String token(String text, String what) throws BadRequestException {
    boolean isToken = !text.isEmpty();
    for (int i = 0; i < text.length() && isToken; i++) {
      isToken = text.charAt(i) < 0x80 && isTokenByte((byte) text.charAt(i));
    }
    if (!isToken) {
      throw malformed("The " + what + " is not a token.");
    }
    return text;
  }

  private static boolean isTokenByte(byte b) {
    return (b >= 'a' && b <= 'z')
        || (b >= 'A' && b <= 'Z')
        || (b >= '0' && b <= '9')
        || (b > 0 && TOKEN_MARKS.indexOf(b) >= 0);
  }
}
