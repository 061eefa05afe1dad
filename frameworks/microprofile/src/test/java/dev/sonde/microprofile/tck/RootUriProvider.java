package dev.sonde.microprofile.tck;

import java.lang.annotation.Annotation;
import java.net.URI;
import org.jboss.arquillian.container.spi.client.protocol.metadata.HTTPContext;
import org.jboss.arquillian.container.spi.client.protocol.metadata.ProtocolMetaData;
import org.jboss.arquillian.core.api.Instance;
import org.jboss.arquillian.core.api.annotation.Inject;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.arquillian.test.spi.enricher.resource.ResourceProvider;

/** The server's URI without a slash at its end: the TCK adds paths that begin with one. */
public final class RootUriProvider implements ResourceProvider {

  @Inject private Instance<ProtocolMetaData> deployed;

  @Override
  public boolean canProvide(Class<?> type) {
    return type == URI.class;
  }

  @Override
  public Object lookup(ArquillianResource resource, Annotation... qualifiers) {
    HTTPContext http = deployed.get().getContexts(HTTPContext.class).iterator().next();
    return URI.create("http://" + http.getHost() + ":" + http.getPort());
  }
}
