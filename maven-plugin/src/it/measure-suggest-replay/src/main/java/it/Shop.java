package it;

import dev.sonde.annotation.Container;
import dev.sonde.annotation.Exec;
import dev.sonde.annotation.Liveness;
import java.nio.file.Files;
import java.nio.file.Path;

/** Takes longer to start than its probe grants. */
@Container(name = "shop")
@Liveness(exec = @Exec({"test", "-f", "target/open"}), periodSeconds = 1, failureThreshold = 2)
public final class Shop {

  public static void main(String... arguments) throws Exception {
    Thread.sleep(1_200);
    Files.createFile(Path.of("target", "open"));
    Thread.sleep(60_000);
  }
}
