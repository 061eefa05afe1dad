package dev.sonde.runtime.observe;

import dev.sonde.runtime.CheckId;
import dev.sonde.runtime.HealthListener;
import dev.sonde.runtime.answer.CheckReport;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import javax.management.Attribute;
import javax.management.AttributeList;
import javax.management.AttributeNotFoundException;
import javax.management.DynamicMBean;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanInfo;
import javax.management.MBeanRegistrationException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.ReflectionException;

/**
 * Shows the last answer of each check as a JMX bean, {@code dev.sonde:type=Health,container="…"}.
 * For each check that has answered it has two attributes: its status, named {@code
 * readiness/database}, and the seconds since it has answered, {@code readiness/database age}.
 * Reading them asks no check.
 *
 * <p>Add it with {@code builder.listener(JmxHealth.register("orders"))}. Thread-safe. It tells JMX
 * about itself, so nothing is looked up by reflection.
 */
public final class JmxHealth implements HealthListener, AutoCloseable {

  private record Known(String status, long atNanos) {}

  private static final String AGE = " age";

  private final Map<String, Known> checks = new ConcurrentSkipListMap<>();
  private final MBeanServer server;
  private final ObjectName name;

  private JmxHealth(MBeanServer server, ObjectName name) {
    this.server = server;
    this.name = name;
  }

  /**
   * Registers a bean with the platform's server.
   *
   * @param container the container's name
   * @return the listener that feeds it
   * @throws IllegalStateException if there is a bean of that name already
   */
  public static JmxHealth register(String container) {
    try {
      ObjectName name =
          new ObjectName("dev.sonde:type=Health,container=" + ObjectName.quote(container));
      JmxHealth health = new JmxHealth(ManagementFactory.getPlatformMBeanServer(), name);
      health.server.registerMBean(health.new Bean(), name);
      return health;
    } catch (JMException failure) {
      throw new IllegalStateException(
          "cannot register a bean for the health of \"" + container + "\"", failure);
    }
  }

  @Override
  public void checked(CheckId check, CheckReport report) {
    String probes = check.probesInWords().replace(" and ", "+");
    checks.put(probes + "/" + check.name(), new Known(report.status().name(), System.nanoTime()));
  }

  /** Removes the bean. */
  @Override
  public void close() {
    try {
      server.unregisterMBean(name);
    } catch (InstanceNotFoundException | MBeanRegistrationException goneAlready) {
      // Then nothing is left to be removed.
    }
  }

  private final class Bean implements DynamicMBean {

    @Override
    public Object getAttribute(String attribute) throws AttributeNotFoundException {
      Known status = checks.get(attribute);
      if (status != null) {
        return status.status;
      }
      if (attribute.endsWith(AGE)) {
        Known aged = checks.get(attribute.substring(0, attribute.length() - AGE.length()));
        if (aged != null) {
          return Duration.ofNanos(System.nanoTime() - aged.atNanos).toSeconds();
        }
      }
      throw new AttributeNotFoundException(attribute);
    }

    @Override
    public AttributeList getAttributes(String[] attributes) {
      AttributeList list = new AttributeList();
      for (String attribute : attributes) {
        try {
          list.add(new Attribute(attribute, getAttribute(attribute)));
        } catch (AttributeNotFoundException unknown) {
          // JMX wants those that there are, and no word of the others.
        }
      }
      return list;
    }

    @Override
    public MBeanInfo getMBeanInfo() {
      MBeanAttributeInfo[] attributes =
          checks.keySet().stream()
              .flatMap(
                  check ->
                      Stream.of(
                          readable(check, "java.lang.String", "Status of the last answer."),
                          readable(check + AGE, "java.lang.Long", "Seconds since that answer.")))
              .toArray(MBeanAttributeInfo[]::new);
      return new MBeanInfo(
          JmxHealth.class.getName(), "The last answers of checks.", attributes, null, null, null);
    }

    @Override
    public void setAttribute(Attribute attribute) throws AttributeNotFoundException {
      throw new AttributeNotFoundException(attribute.getName() + " cannot be set");
    }

    @Override
    public AttributeList setAttributes(AttributeList attributes) {
      return new AttributeList();
    }

    @Override
    public Object invoke(String action, Object[] parameters, String[] signature)
        throws ReflectionException {
      throw new ReflectionException(new NoSuchMethodException(action));
    }

    private static MBeanAttributeInfo readable(String name, String type, String description) {
      return new MBeanAttributeInfo(name, type, description, true, false, false);
    }
  }
}
