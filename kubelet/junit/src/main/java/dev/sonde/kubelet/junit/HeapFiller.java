package dev.sonde.kubelet.junit;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Fills the heap of another JVM from inside: {@link HeapFillingAgent} is loaded into it. */
final class HeapFiller {

  /** More takes long to fill, and memory that the machine may not have. */
  private static final long LARGEST_MEBIBYTES = 512;

  private static final int PATIENCE_MILLIS = 60_000;

  private HeapFiller() {}

  /**
   * Fills it and returns once it is full, or the JVM has ended for that.
   *
   * @throws IllegalStateException if the JVM refuses, or its heap may become too large
   */
  static Fault fill(ProcessHandle process) {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      server.setSoTimeout(PATIENCE_MILLIS);
      load(process, server.getLocalPort());
      Socket agent = server.accept();
      agent.setSoTimeout(PATIENCE_MILLIS);
      try {
        demandSmall(new DataInputStream(agent.getInputStream()).readLong() >> 20);
        agent.getOutputStream().write(1);
        awaitFull(agent.getInputStream());
      } catch (IOException | RuntimeException useless) {
        agent.close();
        throw useless;
      }
      return () -> close(agent);
    } catch (IOException broken) {
      throw new UncheckedIOException("the heap cannot be filled: " + broken.getMessage(), broken);
    }
  }

  private static void demandSmall(long mebibytes) {
    if (mebibytes > LARGEST_MEBIBYTES) {
      throw new IllegalStateException(
          "The application's heap may grow to %d MB; only one of up to %d MB is filled. Give it less: jvmArguments = \"-Xmx64m\"."
              .formatted(mebibytes, LARGEST_MEBIBYTES));
    }
  }

  /** A JVM that exits when its heap is full hangs up, which is how it answers. */
  private static void awaitFull(InputStream in) {
    try {
      int unused = in.read();
    } catch (IOException ended) {
      // It has exited.
    }
  }

  private static void close(Socket agent) {
    try {
      agent.close();
    } catch (IOException gone) {
      // So is what it held.
    }
  }

  private static void load(ProcessHandle process, int port) throws IOException {
    Path jar = Files.createTempFile("sonde-heap", ".jar");
    try {
      write(jar);
      VirtualMachine machine = VirtualMachine.attach(String.valueOf(process.pid()));
      try {
        machine.loadAgent(jar.toString(), String.valueOf(port));
      } finally {
        machine.detach();
      }
    } catch (AttachNotSupportedException
        | AgentLoadException
        | AgentInitializationException refused) {
      throw new IllegalStateException(
          "The application's JVM takes no agent, so its heap cannot be filled: "
              + refused.getMessage()
              + ". It must be a HotSpot JVM without -XX:+DisableAttachMechanism and"
              + " -XX:-EnableDynamicAgentLoading.",
          refused);
    } finally {
      Files.deleteIfExists(jar);
    }
  }

  private static void write(Path jar) throws IOException {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.putValue("Agent-Class", HeapFillingAgent.class.getName());
    String file = HeapFillingAgent.class.getSimpleName() + ".class";
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
        InputStream code = HeapFillingAgent.class.getResourceAsStream(file)) {
      if (code == null) {
        throw new IOException(file + " is missing");
      }
      out.putNextEntry(new JarEntry(HeapFillingAgent.class.getName().replace('.', '/') + ".class"));
      code.transferTo(out);
    }
  }
}
