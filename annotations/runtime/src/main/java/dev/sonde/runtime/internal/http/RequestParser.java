package dev.sonde.runtime.internal.http;

import static dev.sonde.runtime.internal.http.BadRequestException.malformed;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Reads a whole request head, as RFC 9112 wants it and without its lenient corners: what a server
 * and a proxy before it could understand differently is refused. Makes texts only of what is kept.
 */
final class RequestParser {

  private static final int LONGEST_TARGET = 2048;
  private static final String TOKEN_MARKS = "!#$%&'*+-.^_`|~";

  /** Texts of nearly every probe, which need not be made again. */
  private static final List<String> USUAL = List.of("GET", "*/*", "close");

  private static final int DELETE = 0x7f;

  private final byte[] bytes;
  private final int end;
  private int lineStart;
  private int lineEnd;
  private int next;

  private boolean http11;
  private int hosts;
  private boolean close;
  private boolean body;
  private String length = "";
  private String accept = "";

  private RequestParser(byte[] bytes, int from, int to) {
    this.bytes = bytes;
    this.next = from;
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
    nextLine();
    int methodEnd = indexOf(' ', lineStart, lineEnd);
    int targetEnd = lineEnd - "HTTP/1.1".length() - 1;
    if (methodEnd <= lineStart || targetEnd <= methodEnd + 1 || bytes[targetEnd] != ' ') {
      throw malformed("The request line is not method, target and HTTP version.");
    }
    requireToken(lineStart, methodEnd, "method");
    String method = text(lineStart, methodEnd);
    version(targetEnd + 1);
    String target = target(methodEnd + 1, targetEnd);
    for (nextLine(); lineEnd > lineStart; nextLine()) {
      header();
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

  private void version(int start) throws BadRequestException {
    http11 = matches(start, "HTTP/1.1");
    if (http11 || matches(start, "HTTP/1.0")) {
      return;
    }
    if (text(start, lineEnd).matches("HTTP/[0-9]\\.[0-9]")) {
      throw new BadRequestException(505, "Only HTTP/1.0 and HTTP/1.1 are spoken here.");
    }
    throw malformed("The request line does not end in an HTTP version.");
  }

  /** The target without scheme and host, which it has when the client takes this for a proxy. */
  private String target(int from, int to) throws BadRequestException {
    if (to - from > LONGEST_TARGET) {
      throw new BadRequestException(414, "The target is longer than 2048 bytes.");
    }
    for (int i = from; i < to; i++) {
      if (bytes[i] <= ' ' || bytes[i] == DELETE) {
        throw malformed("The target holds bytes that must be percent-encoded.");
      }
    }
    String target = text(from, to);
    if (!target.regionMatches(true, 0, "http://", 0, 7)) {
      return target;
    }
    int path = target.indexOf('/', 7);
    return path < 0 ? "/" : target.substring(path);
  }

  private void header() throws BadRequestException {
    int colon = indexOf(':', lineStart, lineEnd);
    if (colon < 0) {
      throw malformed("A header line has no colon.");
    }
    requireToken(lineStart, colon, "header name");
    for (int i = colon + 1; i < lineEnd; i++) {
      if ((bytes[i] >= 0 && bytes[i] < ' ' && bytes[i] != '\t') || bytes[i] == DELETE) {
        throw malformed("A header holds control characters.");
      }
    }
    if (isNamed("host", colon)) {
      hosts++;
    } else if (isNamed("accept", colon)) {
      accept = accept.isEmpty() ? value(colon) : accept + "," + value(colon);
    } else if (isNamed("connection", colon)) {
      close |= hasElement(value(colon), "close");
    } else if (isNamed("content-length", colon)) {
      contentLength(value(colon));
    } else if (isNamed("transfer-encoding", colon)) {
      body = true;
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
  private void nextLine() throws BadRequestException {
    lineStart = next;
    int feed = indexOf('\n', lineStart, end);
    next = feed + 1;
    lineEnd = feed > lineStart && bytes[feed - 1] == '\r' ? feed - 1 : feed;
    if (indexOf('\r', lineStart, lineEnd) >= 0) {
      throw malformed("A carriage return is inside a line.");
    }
  }

  private boolean isNamed(String name, int colon) {
    if (colon - lineStart != name.length()) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      int c = bytes[lineStart + i];
      int lower = c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
      if (lower != name.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private String value(int colon) {
    return text(colon + 1, lineEnd).strip();
  }

  private boolean matches(int start, String wanted) {
    for (int i = 0; i < wanted.length(); i++) {
      if (bytes[start + i] != wanted.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private String text(int from, int to) {
    for (String usual : USUAL) {
      if (usual.length() == to - from && matches(from, usual)) {
        return usual;
      }
    }
    return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
  }

  private int indexOf(char wanted, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] == wanted) {
        return i;
      }
    }
    return -1;
  }

  private void requireToken(int from, int to, String what) throws BadRequestException {
    boolean isToken = to > from;
    for (int i = from; i < to && isToken; i++) {
      isToken = isTokenByte(bytes[i]);
    }
    if (!isToken) {
      throw malformed("The " + what + " is not a token.");
    }
  }

  private static boolean isTokenByte(byte b) {
    return (b >= 'a' && b <= 'z')
        || (b >= 'A' && b <= 'Z')
        || (b >= '0' && b <= '9')
        || (b > 0 && TOKEN_MARKS.indexOf(b) >= 0);
  }
}
