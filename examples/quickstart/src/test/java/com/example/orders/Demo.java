package com.example.orders;

import dev.sonde.kubelet.cli.KubeletMain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The main job of the README: shows what the compiler made, then runs it as the kubelet would. */
final class Demo {

  private Demo() {}

  /**
   * Runs until the kubelet would restart the service.
   *
   * @param args the folder of the compiled classes, and the class path to run them with
   */
  public static void main(String... args) throws IOException {
    Path classes = Path.of(args[0]);
    Path probes = classes.resolve("META-INF/sonde/orders.yaml");
    System.out.println(
        "The compiler made com.example.orders.OrdersApplicationHealth, which serves");
    System.out.println("the health endpoints, and the probes that ask them:\n");
    System.out.println(Files.readString(probes).indent(2));
    System.out.println("Now the service starts, slowly, and is probed by them. When it is ready,");
    System.out.println("an admin switch deadlocks its worker.\n");
    int exitCode =
        KubeletMain.run(
            System.out,
            System.err,
            probes.toString(),
            "--until",
            "restart",
            "--max-duration",
            "90s",
            "--when-ready-get",
            "http://localhost:8080/admin/deadlock",
            "--",
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            args[1],
            OrdersApplication.class.getName());
    Runtime.getRuntime().exit(exitCode);
  }
}
