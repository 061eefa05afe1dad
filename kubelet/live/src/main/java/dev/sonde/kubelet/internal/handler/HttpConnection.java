package dev.sonde.kubelet.internal.handler;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/** A connection for one request. Certificates are not verified: the kubelet does not either. */
final class HttpConnection {

  private final Socket socket;

  private HttpConnection(Socket socket) {
    this.socket = socket;
  }

  static HttpConnection open(Url url, Deadline deadline) throws IOException {
    int port = url.portNumber();
    boolean tls = url.scheme().equals("https");
    if (!tls && !url.scheme().equals("http")) {
      throw new IOException("unsupported scheme \"" + url.scheme() + "\"");
    }
    if (port < 1 || port > 65535) {
      throw new IOException("port \"" + url.port() + "\" is outside 1..65535");
    }
    Socket plain = Dialer.dial(url.host(), port, deadline);
    return new HttpConnection(tls ? secure(plain, url, port, deadline) : plain);
  }

  private static SSLSocket secure(Socket plain, Url url, int port, Deadline deadline)
      throws IOException {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {new TrustAnyone()}, new SecureRandom());
      SSLSocket socket =
          (SSLSocket) context.getSocketFactory().createSocket(plain, url.host(), port, true);
      deadline.guard(socket);
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setApplicationProtocols(new String[] {"http/1.1"});
      socket.setSSLParameters(parameters);
      socket.startHandshake();
      return socket;
    } catch (GeneralSecurityException unusable) {
      throw new IOException("TLS is not available: " + unusable.getMessage(), unusable);
    }
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

  private static final class TrustAnyone extends X509ExtendedTrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
