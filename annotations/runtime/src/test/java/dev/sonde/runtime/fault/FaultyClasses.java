package dev.sonde.runtime.fault;

import dev.sonde.runtime.HealthEndpoints;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Sonde's runtime with a step before each call and each allocation, at which a test can make it
 * fail.
 */
final class FaultyClasses {

  private static final String HOOK = FaultHook.class.getName().replace('.', '/');

  /** Tests' classes that run with these. */
  private static final String OWN = FaultyClasses.class.getPackageName() + ".own.";

  private final Map<String, byte[]> classes = new HashMap<>();
  private final List<String> steps = new ArrayList<>();

  static FaultyClasses read() throws Exception {
    Path root =
        Path.of(HealthEndpoints.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    FaultyClasses all = new FaultyClasses();
    try (Stream<Path> files = Files.walk(root.resolve("dev/sonde/runtime"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".class")).sorted().toList()) {
        all.instrument(Files.readAllBytes(file));
      }
    }
    return all;
  }

  /** {@return where a step is, such as {@code ProbeRun.settle:120 complete}} */
  String name(int step) {
    return steps.get(step);
  }

  /** {@return an object of a test's class that runs with these classes} */
  <T> T create(Class<? extends T> type, Class<T> as, FaultSwitch faults) throws Exception {
    Loader loader = new Loader();
    IntConsumer consumer = faults::pass;
    loader
        .loadClass(FaultHook.class.getName())
        .getMethod("tell", IntConsumer.class)
        .invoke(null, consumer);
    return as.cast(loader.loadClass(type.getName()).getDeclaredConstructor().newInstance());
  }

  private void instrument(byte[] original) {
    ClassReader reader = new ClassReader(original);
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    String simpleName = reader.getClassName().replaceFirst(".*/", "");
    reader.accept(
        new ClassVisitor(Opcodes.ASM9, writer) {
          @Override
          public MethodVisitor visitMethod(
              int access, String name, String descriptor, String signature, String[] thrown) {
            MethodVisitor next = super.visitMethod(access, name, descriptor, signature, thrown);
            return new Steps(next, simpleName + "." + name);
          }
        },
        0);
    classes.put(reader.getClassName().replace('/', '.'), writer.toByteArray());
  }

  /** Puts a step before each call and each allocation. */
  private final class Steps extends MethodVisitor {
    private final String method;
    private int line;

    Steps(MethodVisitor next, String method) {
      super(Opcodes.ASM9, next);
      this.method = method;
    }

    private void step(String what) {
      super.visitLdcInsn(steps.size());
      super.visitMethodInsn(Opcodes.INVOKESTATIC, HOOK, "pass", "(I)V", false);
      steps.add(method + ":" + line + " " + what);
    }

    @Override
    public void visitLineNumber(int number, Label start) {
      line = number;
      super.visitLineNumber(number, start);
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean isInterface) {
      step(name);
      super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
    }

    @Override
    public void visitInvokeDynamicInsn(
        String name, String descriptor, Handle bootstrap, Object... arguments) {
      step("lambda " + name);
      super.visitInvokeDynamicInsn(name, descriptor, bootstrap, arguments);
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
      super.visitTypeInsn(opcode, type);
      if (opcode == Opcodes.NEW || opcode == Opcodes.ANEWARRAY) {
        step("new " + type.replaceFirst(".*/", "")); // Not before: frames refer to the place.
      }
    }
  }

  /** Has its own copy of Sonde, of the hook and of the tests that use them. */
  private final class Loader extends ClassLoader {

    Loader() {
      super(FaultyClasses.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      synchronized (getClassLoadingLock(name)) {
        Class<?> known = findLoadedClass(name);
        if (known != null) {
          return known;
        }
        byte[] own = classes.containsKey(name) ? classes.get(name) : testClass(name);
        return own == null ? super.loadClass(name, resolve) : defineClass(name, own, 0, own.length);
      }
    }

    private byte[] testClass(String name) throws ClassNotFoundException {
      if (!name.equals(FaultHook.class.getName()) && !name.startsWith(OWN)) {
        return null;
      }
      String file = name.replace('.', '/') + ".class";
      try (InputStream in = getParent().getResourceAsStream(file)) {
        return in == null ? null : in.readAllBytes();
      } catch (IOException failure) {
        throw new ClassNotFoundException(name, failure);
      }
    }
  }
}
