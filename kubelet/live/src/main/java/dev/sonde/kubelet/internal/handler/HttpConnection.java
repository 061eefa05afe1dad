package dev.sonde.kubelet.internal.handler;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** An HTTP/1.1 connection for one request. Over TLS the server may choose HTTP/2 instead. */
final class HttpConnection {

  private final Socket socket;

  private HttpConnection(Socket socket) {
    this.socket = socket;
  }

  static HttpConnection open(ParsedUrl url, AttemptDeadline deadline) throws IOException {
    int port = url.portNumber();
    boolean tls = url.scheme().equals("https");
    if (!tls && !url.scheme().equals("http")) {
      throw new IOException("unsupported scheme \"" + url.scheme() + "\"");
    }
    if (port < 1 || port > 65535) {
      throw new IOException("port \"" + url.port() + "\" is outside 1..65535");
    }
    Socket plain = DirectDialer.dial(url.host(), port, deadline);
    return new HttpConnection(tls ? secure(plain, url, port, deadline) : plain);
  }

  private static SSLSocket secure(Socket plain, ParsedUrl url, int port, AttemptDeadline deadline)
      throws IOException {
    try {
      SSLSocket socket =
          (SSLSocket)
              UnverifiedTls.context()
                  .getSocketFactory()
                  .createSocket(plain, url.host(), port, true);
      deadline.guard(socket);
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setApplicationProtocols(new String[] {"h2", "http/1.1"});
      socket.setSSLParameters(parameters);
      socket.startHandshake();
      return socket;
    } catch (GeneralSecurityException unusable) {
      throw new IOException("TLS is not available: " + unusable.getMessage(), unusable);
    }
  }

  /** Tells whether the server chose HTTP/2 while TLS was set up. */
  boolean speaksHttp2() {
    return socket instanceof SSLSocket tls && "h2".equals(tls.getApplicationProtocol());
  }

  void send(byte[] request) throws IOException {
    socket.getOutputStream().write(request);
    socket.getOutputStream().flush();
  }

  InputStream input() throws IOException {
    return new BufferedInputStream(socket.getInputStream());
  }

  void close() throws IOException {
    socket.close();
  }
}
