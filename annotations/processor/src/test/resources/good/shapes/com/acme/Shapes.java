package com.acme;

import dev.sonde.annotation.Container;
import dev.sonde.annotation.Readiness;
import dev.sonde.health.Health;
import dev.sonde.runtime.HealthRequest;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Owners of every shape. */
@Container(name = "shapes")
@Readiness
public final class Shapes {

  record Pool(int free) {
    @Readiness
    boolean hasFree() {
      return free > 0;
    }
  }

  /** The annotation of a component goes to its accessor. */
  record Flag(@Readiness boolean raised) {}

  enum Mode {
    NORMAL,
    MAINTENANCE {
      @Override
      boolean serves() {
        return false;
      }
    };

    @Readiness
    boolean serves() {
      return true;
    }
  }

  static final class Cache<K extends Comparable<K>, V> {
    @Readiness
    Health warm() {
      return Health.up();
    }

    final class Shard {
      @Readiness
      boolean loaded() {
        return true;
      }
    }
  }

  final class Inner {
    @Readiness
    void works() throws Exception {}
  }

  interface Pinged {
    @Readiness
    default boolean ping() {
      return true;
    }
  }

  /** Declared by the interface's default method, inherited by an enum. */
  enum Host implements Pinged {
    LOCAL
  }

  /** A default method of an interface that nothing here implements: lambdas elsewhere may. */
  @FunctionalInterface
  interface Probe {
    boolean probe();

    @Readiness
    default boolean probed() {
      return probe();
    }
  }

  abstract static class Store<H> {
    @Readiness
    abstract H state() throws java.io.IOException;
  }

  /** Overrides without the annotation: still the check. */
  static final class DiskStore extends Store<Health> {
    @Override
    Health state() {
      return Health.up();
    }
  }

  /** Overrides with the annotation: a declaration of its own. */
  static class RemoteStore extends Store<CompletableFuture<Boolean>> {
    @Override
    @Readiness(name = "remote")
    CompletableFuture<Boolean> state() {
      return CompletableFuture.completedFuture(true);
    }
  }

  /** Inherits a check that has an owner already. */
  static final class TapeStore extends RemoteStore {}

  static final class Async {
    @Readiness
    CompletionStage<Health> later() {
      return CompletableFuture.completedStage(Health.up());
    }
  }

  static final class Globals {
    @Readiness
    static boolean initialised() {
      return true;
    }
  }

  /** The class's annotation makes the contract's method a check, of each implementation. */
  @Readiness
  interface Ring extends dev.sonde.health.HealthCheck {}

  static final class OuterRing implements Ring {
    @Override
    public Health check() {
      return Health.down();
    }
  }

  static final class InnerRing implements Ring {
    @Override
    public Health check() {
      return Health.up();
    }
  }

  /** Two owners of one simple name. */
  static final class Left {
    static final class Part {
      @Readiness(name = "left")
      boolean fine() {
        return true;
      }
    }
  }

  static final class Right {
    static final class Part {
      @Readiness(name = "right")
      boolean fine() {
        return true;
      }
    }
  }

  /** Named like a keyword. */
  static final class Default {
    @Readiness
    protected boolean set() {
      return true;
    }
  }

  /** Asks an endpoint, for the test that runs this. */
  public static String ask(String path) {
    Cache<String, String> cache = new Cache<>();
    ShapesHealth health =
        new ShapesHealth(
            new Async(),
            cache,
            cache.new Shard(),
            new Default(),
            new DiskStore(),
            new Flag(true),
            Host.LOCAL,
            new Shapes().new Inner(),
            new InnerRing(),
            new Left.Part(),
            Mode.NORMAL,
            new OuterRing(),
            new Pool(1),
            () -> true,
            new RemoteStore(),
            new Right.Part());
    return health.endpoints().respond(HealthRequest.get(path)).toString();
  }
}
