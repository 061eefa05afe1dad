package dev.sonde.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Checks of several objects of one class, and of objects that there may not be. */
class CheckOwnersTest {

  private record Store(boolean open) {}

  private static List<Check> storesOpen(Map<String, Store> stores) {
    return Check.each(stores, "store-open", (name, store) -> Check.bool(name, store::open));
  }

  @Test
  void eachObjectHasACheckOfItsOwnByName() {
    Map<String, Store> stores = new LinkedHashMap<>();
    stores.put("replica", new Store(false));
    stores.put("primary", new Store(true));
    List<Check> checks = Check.all(List.of(Check.bool("queue", () -> true)), storesOpen(stores));
    HealthEndpoints endpoints =
        HealthEndpoints.builder("shop")
            .readiness("/readyz", Duration.ofSeconds(30), checks)
            .build();

    assertThat(endpoints.respond(new HealthRequest("GET", "/readyz", "verbose", "")).bodyText())
        .isEqualTo(
            "[+]queue ok\n[+]store-open-primary ok\n"
                + "[-]store-open-replica failed: reason withheld\nreadyz check failed\n");
    assertThat(endpoints.respond(HealthRequest.get("/readyz/store-open-primary")).status())
        .isEqualTo(200);
  }

  @Test
  void noObjectsMeanNoChecks() {
    assertThat(storesOpen(Map.of())).isEmpty();
    assertThat(
            Check.<Store>each(
                Optional.empty(), "open", (name, store) -> Check.bool(name, store::open)))
        .isEmpty();
  }

  @Test
  void theOneObjectThatThereMayBeAddsNothingToTheName() {
    assertThat(
            Check.each(
                Optional.of(new Store(true)),
                "open",
                (name, store) -> Check.bool(name, store::open)))
        .extracting(Check::name)
        .containsExactly("open");
  }

  @Test
  void namesThatComeOutAlikeAreRefused() {
    List<Check> checks =
        Check.all(
            List.of(Check.bool("store-open-primary", () -> true)),
            storesOpen(Map.of("primary", new Store(true))));

    assertThatThrownBy(
            () ->
                HealthEndpoints.builder("shop").readiness("/readyz", Duration.ofSeconds(1), checks))
        .hasMessage("two checks of one probe are called \"store-open-primary\"");
  }
}
