package dev.sonde.spring;

import java.util.List;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;

/**
 * Other defaults in tests of Spring, whose contexts live side by side in one JVM: Sonde's own
 * server takes any free port, and contexts close without a drain. What a test itself sets counts
 * more.
 */
public final class TestContextDefaults implements ContextCustomizerFactory {

  private static final String INLINED = "Inlined Test Properties";

  /** Made by Spring. */
  public TestContextDefaults() {}

  @Override
  public ContextCustomizer createContextCustomizer(
      Class<?> test, List<ContextConfigurationAttributes> configuration) {
    return new FreePort();
  }

  private record FreePort() implements ContextCustomizer {

    @Override
    public void customizeContext(
        ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
      MutablePropertySources sources = context.getEnvironment().getPropertySources();
      MapPropertySource defaults =
          new MapPropertySource("sonde in tests", Map.of("sonde.port", "0", "sonde.drain", "0s"));
      if (sources.contains(INLINED)) {
        sources.addAfter(INLINED, defaults);
      } else {
        sources.addFirst(defaults);
      }
    }
  }
}
