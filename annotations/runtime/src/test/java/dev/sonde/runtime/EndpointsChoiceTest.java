package dev.sonde.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a framework finds among its beans, and which of it is served. */
class EndpointsChoiceTest {

  private static List<HealthEndpoints> endpoints(String names) {
    return names == null
        ? List.of()
        : Arrays.stream(names.split(" "))
            .map(name -> HealthEndpoints.builder(name).build())
            .toList();
  }

  private static Optional<HealthEndpoints> choose(String own, String generated, String wanted) {
    List<ContainerHealth> classes =
        endpoints(generated).stream().<ContainerHealth>map(each -> () -> each).toList();
    return EndpointsChoice.choose(endpoints(own), classes, Optional.ofNullable(wanted));
  }

  @ParameterizedTest
  @CsvSource({
    "     ,            ,     , none",
    "     ,            , shop, none",
    "     , shop       ,     , shop",
    "     , shop       , shop, shop",
    "     , shop store , shop, shop",
    " own , shop       ,     , own",
    " own , own        ,     , own",
  })
  void choosesOne(String own, String generated, String wanted, String chosen) {
    assertThat(choose(own, generated, wanted).map(HealthEndpoints::container).orElse("none"))
        .isEqualTo(chosen == null ? "none" : chosen);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "| shop store | | There are health classes of several containers: shop, store. Set"
            + " sonde.container to the one that this process is.",
        "| shop | stor | sonde.container is \"stor\", and there is no health class of that container;"
            + " available: shop.",
        "own | shop | shop | sonde.container is \"shop\", and there is no health class of that"
            + " container; available: own.",
      })
  void refusesToGuess(String own, String generated, String wanted, String message) {
    assertThatThrownBy(() -> choose(own, generated, wanted))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(message);
  }

  @Test
  void aCertificateNeedsItsKey() {
    Optional<Path> file = Optional.of(Path.of("tls.crt"));
    assertThatThrownBy(
            () -> new ServerSettings(Optional.empty(), Optional.empty(), file, Optional.empty()))
        .hasMessage("Of sonde.certificate and sonde.private-key one is set. Set both, or neither.");
  }
}
