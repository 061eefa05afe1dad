package dev.sonde.kubelet.junit;

import dev.sonde.kubelet.RestartPolicy;
import dev.sonde.kubelet.internal.handler.RequestUrl;
import dev.sonde.kubelet.internal.input.ClassPathSource;
import dev.sonde.kubelet.internal.input.ContainerChoice;
import dev.sonde.kubelet.internal.input.ContainerSource;
import dev.sonde.kubelet.internal.input.ProbedContainer;
import dev.sonde.kubelet.live.LiveApplication;
import dev.sonde.kubelet.live.LiveOptions;
import dev.sonde.manifests.document.UnreadableDocumentException;
import dev.sonde.model.PodSpec;
import dev.sonde.model.ProbeSet;
import dev.sonde.model.ProbeSetDocument;
import dev.sonde.release.KubernetesVersion;
import dev.sonde.rules.FieldPath;
import dev.sonde.rules.KubernetesOption;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/**
 * Says in code what {@link KubeletTest} says in an annotation, and what it cannot say. Not safe for
 * use by several threads.
 */
public final class KubeletExtensionBuilder {

  /** What an application needs to answer does not shrink with the time; see {@link KubeletTest}. */
  private static final Duration LEAST_TIMEOUT = Duration.ofMillis(500);

  private Optional<ProbeSet> probes = Optional.empty();
  private Optional<Path> manifest = Optional.empty();
  private Optional<String> workload = Optional.empty();
  private Optional<String> container = Optional.empty();
  private Optional<Class<?>> mainClass = Optional.empty();
  private Optional<LiveApplication> inProcess = Optional.empty();
  private List<String> arguments = List.of();
  private List<String> jvmArguments = List.of();
  private final Map<String, String> environment = new LinkedHashMap<>();
  private Optional<RequestUrl> traffic = Optional.empty();
  private double timeFactor = 1;
  private Optional<RestartPolicy> restartPolicy = Optional.empty();
  private Optional<Long> graceSeconds = Optional.empty();
  private Duration endpointDelay = Duration.ofSeconds(1);
  private KubernetesVersion version = KubernetesVersion.DEFAULT;

  KubeletExtensionBuilder() {}

  /**
   * Sets the probes.
   *
   * @param set the container's probes
   * @return this builder
   */
  public KubeletExtensionBuilder probes(ProbeSet set) {
    probes = Optional.of(set);
    return this;
  }

  /**
   * Sets the file with the probes. Default: what the annotation processor left in {@code
   * META-INF/sonde} on the class path.
   *
   * @param file a manifest or a probe-set document, from the test's working directory
   * @return this builder
   */
  public KubeletExtensionBuilder manifest(String file) {
    manifest = Optional.of(Path.of(file));
    return this;
  }

  /**
   * Sets which workload of a manifest is meant. Default: the only one.
   *
   * @param name such as {@code Deployment/orders} or {@code orders}
   * @return this builder
   */
  public KubeletExtensionBuilder workload(String name) {
    workload = Optional.of(name);
    return this;
  }

  /**
   * Sets which container is meant. Default: the only one.
   *
   * @param name its name
   * @return this builder
   */
  public KubeletExtensionBuilder container(String name) {
    container = Optional.of(name);
    return this;
  }

  /**
   * Runs the {@code main} method of a class in a JVM of its own, with the test's class path.
   *
   * @param type the class
   * @return this builder
   */
  public KubeletExtensionBuilder application(Class<?> type) {
    mainClass = Optional.of(type);
    return this;
  }

  /**
   * Runs an application inside this JVM. It is started on a thread of its own; closing what it
   * returned is its {@code SIGTERM}. It cannot be killed: one that does not close in its grace
   * period counts as ended with exit code 137 and is left behind.
   *
   * @param start starts it, once for each instance
   * @return this builder
   */
  public KubeletExtensionBuilder application(LiveApplication start) {
    inProcess = Optional.of(start);
    return this;
  }

  /**
   * Sets what the {@code main} method is given. Default: nothing.
   *
   * @param words the arguments
   * @return this builder
   */
  public KubeletExtensionBuilder arguments(String... words) {
    arguments = List.of(words);
    return this;
  }

  /**
   * Sets options of the application's JVM. Default: none.
   *
   * @param words such as {@code -Xmx64m}
   * @return this builder
   */
  public KubeletExtensionBuilder jvmArguments(String... words) {
    jvmArguments = List.of(words);
    return this;
  }

  /**
   * Adds variables to what the application and exec probes see.
   *
   * @param variables as {@code NAME=value}
   * @return this builder
   * @throws ExtensionConfigurationException if one has no {@code =} behind its name
   */
  public KubeletExtensionBuilder environment(String... variables) {
    for (String variable : variables) {
      int equals = variable.indexOf('=');
      if (equals < 1) {
        throw new ExtensionConfigurationException(
            "environment \"" + variable + "\" is not of the form NAME=value.");
      }
      environment.put(variable.substring(0, equals), variable.substring(equals + 1));
    }
    return this;
  }

  /**
   * Sets what users ask for, see {@link Kubelet#noTrafficLostDuringShutdown()}. Default: nothing.
   *
   * @param url such as {@code http://localhost:8080/orders}
   * @return this builder
   * @throws ExtensionConfigurationException if it is no http or https URL with a host
   */
  public KubeletExtensionBuilder traffic(String url) {
    traffic = Optional.of(KubeletSetup.traffic(url));
    return this;
  }

  /**
   * Sets how many of the manifest's seconds pass in one second of the clock on the wall. Default 1.
   *
   * @param factor above 0
   * @return this builder
   */
  public KubeletExtensionBuilder timeFactor(double factor) {
    timeFactor = factor;
    return this;
  }

  /**
   * Sets what happens when the application has ended. Default: what the manifest says.
   *
   * @param policy {@code Always}, {@code OnFailure} or {@code Never}
   * @return this builder
   * @throws ExtensionConfigurationException if it is none of them
   */
  public KubeletExtensionBuilder restartPolicy(String policy) {
    restartPolicy = Optional.of(understood(() -> RestartPolicy.of(policy)));
    return this;
  }

  /**
   * Sets how long the application has to stop. Default: what the manifest says.
   *
   * @param seconds at least 0
   * @return this builder
   */
  public KubeletExtensionBuilder terminationGracePeriodSeconds(long seconds) {
    graceSeconds = Optional.of(seconds);
    return this;
  }

  /**
   * Sets how long it takes until traffic follows a change of readiness, or the pod's deletion.
   * Default 1 s.
   *
   * @param delay at least 0
   * @return this builder
   */
  public KubeletExtensionBuilder endpointDelay(Duration delay) {
    endpointDelay = delay;
    return this;
  }

  /**
   * Sets the Kubernetes release to behave like. Default: the newest known.
   *
   * @param release such as {@code 1.34}
   * @return this builder
   * @throws ExtensionConfigurationException if it is not of that form
   */
  public KubeletExtensionBuilder kubernetes(String release) {
    version = understood(() -> KubernetesOption.one(release));
    return this;
  }

  private interface Reading<T> {
    T read();
  }

  private static <T> T understood(Reading<T> reading) {
    try {
      return reading.read();
    } catch (IllegalArgumentException mistaken) {
      throw new ExtensionConfigurationException(String.valueOf(mistaken.getMessage()), mistaken);
    }
  }

  /**
   * {@return the extension}
   *
   * @throws ExtensionConfigurationException if the probes cannot be read, a number is outside its
   *     range, or it makes no sense
   */
  public KubeletExtension build() {
    return new KubeletExtension(setup());
  }

  KubeletSetup setup() {
    if (mainClass.isPresent() && inProcess.isPresent()) {
      throw new ExtensionConfigurationException(
          "There are two applications, a class and one inside this JVM. Give one of them.");
    }
    ProbedContainer found = found();
    LiveOptions unused = understood(() -> options(found.pod()).build());
    return new KubeletSetup(found.container(), () -> options(found.pod()), traffic, this::place);
  }

  private String place(FieldPath field) {
    if (probes.isPresent() || manifest.isEmpty()) {
      return probes.isPresent() ? "" : ProbeSetDocument.FOLDER;
    }
    try {
      return manifest.get() + ":" + ContainerSource.line(manifest.get(), choice(), field);
    } catch (IOException | UnreadableDocumentException gone) {
      return manifest.get().toString();
    }
  }

  private ContainerChoice choice() {
    return new ContainerChoice(workload, container, "%s = NAME");
  }

  private ProbedContainer found() {
    try {
      if (probes.isPresent()) {
        return ProbedContainer.of(probes.get());
      }
      return manifest.isPresent()
          ? ContainerSource.read(manifest.get(), choice())
          : ClassPathSource.read(System.getProperty("java.class.path"), choice());
    } catch (IOException | UnreadableDocumentException useless) {
      throw new ExtensionConfigurationException(String.valueOf(useless.getMessage()), useless);
    }
  }

  private LiveOptions.Builder options(PodSpec pod) {
    LiveOptions.Builder options =
        LiveOptions.builder()
            .command(mainClass.map(this::command).orElse(List.of()))
            .environment(environment)
            .restartPolicy(
                restartPolicy.orElseGet(() -> RestartPolicy.of(pod.effectiveRestartPolicy())))
            .terminationGracePeriodSeconds(
                graceSeconds.orElse(pod.effectiveTerminationGracePeriodSeconds()))
            .endpointDelay(endpointDelay)
            .timeFactor(timeFactor)
            .leastTimeout(LEAST_TIMEOUT)
            .version(version);
    inProcess.ifPresent(options::application);
    return options;
  }

  private List<String> command(Class<?> type) {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(jvmArguments);
    words.add("-cp");
    words.add(System.getProperty("java.class.path"));
    words.add(type.getName());
    words.addAll(arguments);
    return words;
  }
}
