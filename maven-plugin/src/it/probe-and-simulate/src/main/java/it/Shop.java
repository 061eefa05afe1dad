package it;

import dev.sonde.annotation.Container;
import dev.sonde.annotation.Exec;
import dev.sonde.annotation.Liveness;
import dev.sonde.annotation.Readiness;
import java.nio.file.Files;
import java.nio.file.Path;

@Container(name = "shop")
@Liveness(exec = @Exec({"test", "-d", "."}), periodSeconds = 1)
@Readiness(exec = @Exec({"test", "-f", "target/open"}), periodSeconds = 1)
public final class Shop {

  public static void main(String... arguments) throws Exception {
    System.out.println("open for " + String.join(" and ", arguments));
    Files.createFile(Path.of("target", "open"));
    Thread.sleep(60_000);
  }
}
