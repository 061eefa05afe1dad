package shop;

import dev.sonde.annotation.Container;
import dev.sonde.annotation.Liveness;
import dev.sonde.annotation.Readiness;
import dev.sonde.annotation.Startup;

// As kapt writes them: Java of what is written in Kotlin.
@Container(name = "shop")
@Startup(failureThreshold = 30, withoutChecks = true)
@kotlin.Metadata
public final class App {}

@kotlin.Metadata
class Queue {
  @Readiness
  public final boolean hasRoom() {
    return true;
  }

  @Readiness
  public final boolean inside$shop_main() {
    return true;
  }

  @Readiness
  public final boolean getOpen() {
    return true;
  }

  @Readiness
  public final boolean getHidden$shop_main() {
    return true;
  }

  @Readiness
  public final boolean isReady() {
    return true;
  }
}

@kotlin.Metadata
class Jobs {
  public static final Companion Companion = new Companion();

  @kotlin.jvm.JvmStatic
  @Liveness
  public static final boolean turns() {
    return Companion.turns();
  }

  @kotlin.Metadata
  public static final class Companion {
    @kotlin.jvm.JvmStatic
    @Liveness
    public final boolean turns() {
      return true;
    }

    @Liveness
    public final boolean plain() {
      return true;
    }
  }
}

@kotlin.Metadata
class RoomsKt {
  @Readiness
  public static final boolean free() {
    return true;
  }
}

class NoKotlin {
  @Readiness
  final boolean getOpen$now() {
    return true;
  }
}
