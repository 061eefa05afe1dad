package dev.sonde.microprofile.tck;

import dev.sonde.microprofile.HealthApplication;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jboss.arquillian.container.spi.client.container.DeployableContainer;
import org.jboss.arquillian.container.spi.client.container.DeploymentException;
import org.jboss.arquillian.container.spi.client.protocol.ProtocolDescription;
import org.jboss.arquillian.container.spi.client.protocol.metadata.HTTPContext;
import org.jboss.arquillian.container.spi.client.protocol.metadata.ProtocolMetaData;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.Node;
import org.jboss.shrinkwrap.descriptor.api.Descriptor;

/** Starts Weld with the classes of a web archive, and a server that answers for the adapter. */
public final class WeldContainer implements DeployableContainer<WeldConfiguration> {

  private static final String CLASSES = "/WEB-INF/classes/";

  private HealthApplication application;

  @Override
  public Class<WeldConfiguration> getConfigurationClass() {
    return WeldConfiguration.class;
  }

  @Override
  public void setup(WeldConfiguration configuration) {}

  @Override
  public void start() {}

  @Override
  public void stop() {}

  @Override
  public ProtocolDescription getDefaultProtocol() {
    return new ProtocolDescription("Local");
  }

  @Override
  public ProtocolMetaData deploy(Archive<?> archive) throws DeploymentException {
    try {
      application = HealthApplication.start(new ResourcesOf(archive), classes(archive));
      return new ProtocolMetaData().addContext(new HTTPContext("localhost", application.port()));
    } catch (IOException | ClassNotFoundException failure) {
      throw new DeploymentException("cannot be deployed", failure);
    }
  }

  private static List<Class<?>> classes(Archive<?> archive) throws ClassNotFoundException {
    List<Class<?>> classes = new ArrayList<>();
    for (Node node : archive.getContent().values()) {
      String path = node.getPath().get();
      if (path.startsWith(CLASSES) && path.endsWith(".class")) {
        String name = path.substring(CLASSES.length(), path.length() - ".class".length());
        classes.add(Class.forName(name.replace('/', '.')));
      }
    }
    return classes;
  }

  @Override
  public void undeploy(Archive<?> archive) {
    application.close();
  }

  @Override
  public void deploy(Descriptor descriptor) {
    throw new UnsupportedOperationException("descriptors");
  }

  @Override
  public void undeploy(Descriptor descriptor) {
    throw new UnsupportedOperationException("descriptors");
  }

  /** The files of an archive before those of the class path. */
  private static final class ResourcesOf extends ClassLoader {

    private final Archive<?> archive;

    ResourcesOf(Archive<?> archive) {
      super(WeldContainer.class.getClassLoader());
      this.archive = archive;
    }

    @Override
    public InputStream getResourceAsStream(String name) {
      Node node = archive.get(CLASSES + name);
      return node == null || node.getAsset() == null
          ? super.getResourceAsStream(name)
          : node.getAsset().openStream();
    }
  }
}
