package dev.sonde.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.aopalliance.intercept.MethodInterceptor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.aop.framework.autoproxy.DefaultAdvisorAutoProxyCreator;
import org.springframework.aop.support.AopUtils;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.beans.factory.UnsatisfiedDependencyException;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The real Spring builds what is generated, of the beans that there are. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SpringContainerTest {

  private final CompiledClasses classes =
      CompiledClasses.of(
          Javac.strict(ApplicationClassPath.withSpring(), "-Xlint:-processing"),
          Sources.folder("containers", "shop"));

  @Test
  void asksEachBeanOfAClassByItsName() throws Exception {
    try (AnnotationConfigApplicationContext context = context()) {
      add(context, "primary", "com.acme.store.Store", true);
      add(context, "replica", "com.acme.store.Store", false);
      add(context, "cache", "com.acme.Cache");
      assertThat(readiness(context))
          .isEqualTo(
              Map.of(
                  "shop-open", "UP",
                  "stock-counted", "UP",
                  "cache-warm", "DOWN",
                  "store-open-primary", "UP",
                  "store-open-replica", "DOWN",
                  "store-hidden-primary", "UP",
                  "store-hidden-replica", "DOWN"));
    }
  }

  @Test
  void startsWithoutBeansThatMayBeAbsent() throws Exception {
    try (AnnotationConfigApplicationContext context = context()) {
      assertThat(readiness(context)).isEqualTo(Map.of("shop-open", "UP", "stock-counted", "UP"));
    }
  }

  /** A factory method of Spring may return null, where a feature is off. */
  @Test
  void takesABeanThatIsNullForAbsent() throws Exception {
    try (AnnotationConfigApplicationContext context = context()) {
      addNull(context, "replica", classes.loadClass("com.acme.store.Store"));
      addNull(context, "cache", classes.loadClass("com.acme.Cache"));
      assertThat(readiness(context)).isEqualTo(Map.of("shop-open", "UP", "stock-counted", "UP"));
    }
  }

  @Test
  void refusesTwoBeansWhereThereIsAtMostOne() throws Exception {
    try (AnnotationConfigApplicationContext context = context()) {
      add(context, "warm", "com.acme.Cache");
      add(context, "cold", "com.acme.Cache");
      assertThatThrownBy(context::refresh)
          .isInstanceOf(UnsatisfiedDependencyException.class)
          .hasMessageContaining("expected single matching bean but found 2: warm,cold");
    }
  }

  /** As with an aspect that covers the whole application. */
  @Test
  void asksThroughTheProxiesOfAnAspect() throws Exception {
    Set<String> called = ConcurrentHashMap.newKeySet();
    MethodInterceptor aspect =
        call -> {
          called.add(call.getMethod().getName());
          return call.proceed();
        };
    try (AnnotationConfigApplicationContext context = context()) {
      context.registerBean(DefaultPointcutAdvisor.class, () -> new DefaultPointcutAdvisor(aspect));
      context.registerBean(DefaultAdvisorAutoProxyCreator.class, SpringContainerTest::subclassing);
      add(context, "primary", "com.acme.store.Store", true);
      assertThat(readiness(context))
          .isEqualTo(
              Map.of(
                  "shop-open", "UP",
                  "stock-counted", "UP",
                  "store-open-primary", "UP",
                  "store-hidden-primary", "UP"));
      for (String generated : Set.of("com.acme.ShopHealth", "com.acme.stock.StockHealthBridge")) {
        Object bean = context.getBean(classes.loadClass(generated));
        assertThat(AopUtils.isCglibProxy(bean)).as(generated).isTrue();
      }
      assertThat(called).contains("endpoints", "open", "counted", "hidden");
    }
  }

  private AnnotationConfigApplicationContext context() throws ReflectiveOperationException {
    AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    context.setClassLoader(classes);
    for (String bean :
        Set.of(
            "com.acme.Shop",
            "com.acme.ShopHealth",
            "com.acme.stock.Stock",
            "com.acme.stock.StockHealthBridge")) {
      context.register(classes.loadClass(bean));
    }
    return context;
  }

  private void add(
      AnnotationConfigApplicationContext context, String name, String type, Object... arguments)
      throws ReflectiveOperationException {
    context.registerBean(name, classes.loadClass(type), arguments);
  }

  private static <T> void addNull(
      AnnotationConfigApplicationContext context, String name, Class<T> type) {
    context.registerBean(name, type, () -> null);
  }

  private static DefaultAdvisorAutoProxyCreator subclassing() {
    DefaultAdvisorAutoProxyCreator creator = new DefaultAdvisorAutoProxyCreator();
    creator.setProxyTargetClass(true);
    return creator;
  }

  private Map<String, String> readiness(AnnotationConfigApplicationContext context)
      throws ReflectiveOperationException {
    context.refresh();
    return CompiledClasses.readiness(context.getBean(classes.loadClass("com.acme.ShopHealth")));
  }
}
