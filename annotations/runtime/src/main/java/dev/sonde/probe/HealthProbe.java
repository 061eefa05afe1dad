package dev.sonde.probe;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Asks an HTTP endpoint or a heartbeat file, and ends with 0 when all is well and 1 when not:
 *
 * <pre>{@code
 * java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx16m -cp app.jar dev.sonde.probe.HealthProbe \
 *     http://127.0.0.1:8274/livez
 * java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx16m -cp app.jar dev.sonde.probe.HealthProbe \
 *     /tmp/live
 * }</pre>
 *
 * <p>Each try starts a JVM, which takes some tens of milliseconds of processor time and of memory
 * some tens of megabytes: give the probe a long period, and prefer {@code httpGet} where it can be
 * had. This class uses no more of the JDK than it must, as loading classes is what takes the time.
 */
public final class HealthProbe {

  private static final int TIMEOUT_MILLIS = 1000;
  private static final int FIRST_GOOD_STATUS = 200;
  private static final int FIRST_BAD_STATUS = 400;

  private HealthProbe() {}

  /**
   * Asks once.
   *
   * @param arguments one of {@code http://host:port/path}, or the path of a heartbeat file
   */
  public static void main(String[] arguments) {
    if (arguments.length != 1) {
      System.err.println(
          "usage: Probe http://127.0.0.1:8274/livez | Probe /path/of/heartbeat-file");
      Runtime.getRuntime().halt(2);
    }
    String problem;
    try {
      problem = arguments[0].startsWith("http://") ? askHttp(arguments[0]) : askFile(arguments[0]);
    } catch (IOException | RuntimeException failure) {
      problem = failure.toString();
    }
    if (!problem.isEmpty()) {
      System.out.println(problem);
    }
    Runtime.getRuntime().halt(problem.isEmpty() ? 0 : 1);
  }

  private static String askHttp(String text) throws IOException {
    URI uri = URI.create(text);
    int port = uri.getPort() < 0 ? 80 : uri.getPort();
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(uri.getHost(), port), TIMEOUT_MILLIS);
      socket.setSoTimeout(TIMEOUT_MILLIS);
      String request =
          "GET "
              + uri.getRawPath()
              + query
              + " HTTP/1.1\r\nHost: "
              + uri.getRawAuthority()
              + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      BufferedReader answer =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
      return judge(answer.readLine());
    }
  }

  private static String judge(@Nullable String statusLine) {
    if (statusLine == null || !statusLine.toUpperCase(Locale.ROOT).startsWith("HTTP/1.")) {
      return "no HTTP answer";
    }
    int status = Integer.parseInt(statusLine.substring(9, 12));
    return status >= FIRST_GOOD_STATUS && status < FIRST_BAD_STATUS ? "" : "status " + status;
  }

  /** The file holds the second, counted from 1970, until which all is well. */
  private static String askFile(String path) throws IOException {
    String content = Files.readString(Path.of(path)).strip();
    long overdue = System.currentTimeMillis() / 1000 - Long.parseLong(content);
    return overdue < 0 ? "" : "the heartbeat is overdue";
  }
}
