package com.example.peer;

import com.codahale.metrics.health.HealthCheck;
import io.dropwizard.core.Application;
import io.dropwizard.core.Configuration;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.core.server.DefaultServerFactory;
import io.dropwizard.jetty.HttpConnectorFactory;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Three trivial checks, of which one can be told to block for ever. */
public class Peer extends Application<Configuration> {

  public static void main(String[] args) throws Exception {
    new Peer().run("server");
  }

  @Override
  public void run(Configuration configuration, Environment environment) {
    DefaultServerFactory server = (DefaultServerFactory) configuration.getServerFactory();
    connector(server.getApplicationConnectors()).setPort(0);
    connector(server.getAdminConnectors()).setPort(Integer.getInteger("peer.port"));
    server.setRequestLogFactory(null);
    environment.healthChecks().register("one", new Up());
    environment.healthChecks().register("two", new Up());
    environment.healthChecks().register("three", new Up(Boolean.getBoolean("peer.blocks")));
  }

  private static HttpConnectorFactory connector(List<?> connectors) {
    return (HttpConnectorFactory) connectors.get(0);
  }

  private static final class Up extends HealthCheck {

    private final boolean blocks;

    Up() {
      this(false);
    }

    Up(boolean blocks) {
      this.blocks = blocks;
    }

    @Override
    protected Result check() {
      while (blocks) {
        LockSupport.park();
      }
      return Result.healthy();
    }
  }
}
