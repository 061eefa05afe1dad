package dev.sonde.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.AmbiguousResolutionException;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The real Weld builds what is generated, of the beans that there are. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CdiContainerTest {

  private static final String STORE = "com.acme.store.Store";
  private static final String CACHE = "com.acme.Cache";

  private final CompiledClasses classes =
      CompiledClasses.of(
          Javac.strict(ApplicationClassPath.withCdi(), "-Xlint:-processing"),
          Sources.folder("containers", "shop"));

  @Test
  void startsWithoutBeansThatMayBeAbsent() throws Exception {
    assertThat(readiness()).isEqualTo(Map.of("shop-open", "UP", "stock-counted", "UP"));
  }

  @Test
  void callsTheOnlyBeanOfAClassAfterItsClass() throws Exception {
    assertThat(readiness(bean(STORE, null, true), bean(CACHE, null)))
        .isEqualTo(
            Map.of(
                "shop-open", "UP",
                "stock-counted", "UP",
                "cache-warm", "DOWN",
                "store-open-store", "UP",
                "store-hidden-store", "UP"));
  }

  @Test
  void asksEachBeanOfAClassByItsName() throws Exception {
    assertThat(readiness(bean(STORE, "primary", true), bean(STORE, "replica", false)))
        .containsEntry("store-open-primary", "UP")
        .containsEntry("store-open-replica", "DOWN")
        .containsEntry("store-hidden-primary", "UP")
        .containsEntry("store-hidden-replica", "DOWN")
        .hasSize(6);
  }

  @Test
  void numbersBeansWithoutANameAndLeavesOthersTheirs() throws Exception {
    assertThat(
            readiness(
                bean(STORE, null, true), bean(STORE, null, true), bean(STORE, "store", false)))
        .containsEntry("store-open-store", "DOWN")
        .containsEntry("store-open-store-2", "UP")
        .containsEntry("store-open-store-3", "UP")
        .hasSize(8);
  }

  /** A producer of dependent objects may return null, where a feature is off. */
  @Test
  void takesABeanThatIsNullForAbsent() throws Exception {
    assertThat(
            readiness(
                new TestBean(classes.loadClass(STORE), "replica", null),
                new TestBean(classes.loadClass(CACHE), null, null)))
        .isEqualTo(Map.of("shop-open", "UP", "stock-counted", "UP"));
  }

  @Test
  void refusesTwoBeansWhereThereIsAtMostOne() throws Exception {
    TestBean[] two = {bean(CACHE, "warm"), bean(CACHE, "cold")};
    assertThatThrownBy(() -> readiness(two)).isInstanceOf(AmbiguousResolutionException.class);
  }

  private Map<String, String> readiness(TestBean... beans) throws ReflectiveOperationException {
    Weld weld =
        new Weld()
            .disableDiscovery()
            .setClassLoader(classes)
            .addExtension(new TestBeans(List.of(beans)));
    for (String bean :
        List.of(
            "com.acme.Shop",
            "com.acme.ShopHealth",
            "com.acme.stock.Stock",
            "com.acme.stock.StockHealthBridge")) {
      weld.addBeanClass(classes.loadClass(bean));
    }
    try (WeldContainer container = weld.initialize()) {
      return CompiledClasses.readiness(
          container.select(classes.loadClass("com.acme.ShopHealth")).get());
    }
  }

  private TestBean bean(String type, @Nullable String name, Object... arguments)
      throws ReflectiveOperationException {
    Class<?> owner = classes.loadClass(type);
    List<Class<?>> types = new ArrayList<>();
    for (int index = 0; index < arguments.length; index++) {
      types.add(boolean.class);
    }
    Object object = owner.getConstructor(types.toArray(new Class<?>[0])).newInstance(arguments);
    return new TestBean(owner, name, object);
  }

  private record TestBean(Class<?> type, @Nullable String name, @Nullable Object object) {}

  /** Has beans made as an application's producers make them. */
  static final class TestBeans implements Extension {

    private final List<TestBean> beans;

    private TestBeans(List<TestBean> beans) {
      this.beans = beans;
    }

    void addAll(@Observes AfterBeanDiscovery event) {
      for (TestBean bean : beans) {
        var configurator =
            event
                .addBean()
                .id(Integer.toString(beans.indexOf(bean)))
                .types(bean.type())
                .scope(Dependent.class)
                .produceWith(unused -> bean.object());
        if (bean.name() != null) {
          configurator.name(bean.name());
        }
      }
    }
  }
}
