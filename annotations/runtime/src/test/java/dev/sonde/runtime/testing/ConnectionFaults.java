package dev.sonde.runtime.testing;

import com.sun.net.httpserver.HttpServer;
import dev.sonde.checks.DataSourceCheck;
import dev.sonde.checks.HttpCheck;
import dev.sonde.checks.TcpCheck;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.h2.jdbcx.JdbcDataSource;
import org.h2.tools.Server;

/** Other services that go away. */
final class ConnectionFaults {

  private ConnectionFaults() {}

  static Fault tcp() throws Exception {
    ServerSocket service = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    return Fault.of(new TcpCheck("127.0.0.1", service.getLocalPort()), service::close);
  }

  static Fault http() throws Exception {
    AtomicInteger status = new AtomicInteger(204);
    HttpServer service =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    service.createContext("/", exchange -> exchange.sendResponseHeaders(status.get(), -1));
    service.start();
    URI uri = URI.create("http://127.0.0.1:" + service.getAddress().getPort() + "/ping");
    HttpCheck check = new HttpCheck(uri, Duration.ofSeconds(30), HttpClient.newHttpClient());
    return Fault.of(check, () -> status.set(500), () -> status.set(200));
  }

  static Fault database() throws Exception {
    Server service = Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start();
    JdbcDataSource dataSource = new JdbcDataSource();
    dataSource.setURL("jdbc:h2:tcp://localhost:" + service.getPort() + "/mem:orders");
    return Fault.of(new DataSourceCheck(dataSource), service::stop);
  }
}
