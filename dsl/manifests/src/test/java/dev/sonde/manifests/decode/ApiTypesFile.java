package dev.sonde.manifests.decode;

import dev.sonde.release.KubernetesVersion;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Writes the resource with the API's types, release by release, from the classes that were
 * generated from Kubernetes' own description of its API.
 */
final class ApiTypesFile {

  private static final Map<String, String> KINDS = new LinkedHashMap<>();

  static {
    KINDS.put("v1 Pod", "Pod");
    KINDS.put("v1 PodTemplate", "PodTemplate");
    KINDS.put("v1 ReplicationController", "ReplicationController");
    KINDS.put("apps/v1 Deployment", "apps.Deployment");
    KINDS.put("apps/v1 StatefulSet", "apps.StatefulSet");
    KINDS.put("apps/v1 DaemonSet", "apps.DaemonSet");
    KINDS.put("apps/v1 ReplicaSet", "apps.ReplicaSet");
    KINDS.put("batch/v1 Job", "batch.v1.Job");
    KINDS.put("batch/v1 CronJob", "batch.v1.CronJob");
  }

  /**
   * Which release of the official client for Java was made from which release of Kubernetes. It
   * comes months after Kubernetes; the newest release is read from fabric8's classes.
   */
  private static final Map<String, String> OFFICIAL_CLIENTS =
      Map.of(
          "1.31", "22.0.1",
          "1.32", "23.0.0",
          "1.33", "24.0.0",
          "1.34", "25.0.0",
          "1.35", "26.0.0",
          "1.36", "27.0.0");

  /** Text in fabric8's classes, {@code metav1.Time} in Go; the official client knows the others. */
  private static final String NEW_TIME = "lastTransitionTime";

  private static final Map<String, String> SCALARS =
      Map.of(
          "String", "string",
          "Boolean", "bool",
          "Integer", "int32",
          "Long", "int64",
          "OffsetDateTime", "time",
          "IntOrString", "intOrString",
          "Quantity", "quantity",
          "FieldsV1", "any",
          "Object", "any");

  /** Sonde's own documents, which are decoded by the same decoder. */
  private static final String DOCUMENTS =
      """
      kind sonde.dev/v1 ProbeSet ProbeSet
      ProbeSet apiVersion:string checks:ProbeSetChecks container:string kind:string \
      lifecycle:ProbeSetLifecycle livenessProbe:Probe ports:[]ProbeSetPort readinessProbe:Probe \
      restartPolicy:string restartPolicyRules:[]ContainerRestartRule startupProbe:Probe \
      terminationGracePeriodSeconds:int64 workload:ProbeSetWorkload
      ProbeSetChecks livenessProbe:[]string readinessProbe:[]string startupProbe:[]string
      ProbeSetLifecycle preStop:LifecycleHandler stopSignal:string
      ProbeSetPort containerPort:int32 name:string
      ProbeSetWorkload kind:string name:string namespace:string
      kind sonde.dev/v1 Overrides Overrides
      Overrides apiVersion:string environments:{}[]OverriddenContainer kind:string
      OverriddenContainer container:string livenessProbe:Probe readinessProbe:Probe \
      startupProbe:Probe workload:ProbeSetWorkload
      kind sonde.dev/v1 Project Project
      Project apiVersion:string container:string environment:string exclude:[]string framework:string \
      ignore:{}string include:[]string kind:string kubernetes:[]string overrides:string severities:{}string \
      workload:string
      kind sonde.dev/v1 MergeRecord MergeRecord
      MergeRecord apiVersion:string containers:[]MergedContainer kind:string
      MergedContainer before:{}any container:string fields:{}any file:string kind:string namespace:string \
      source:string workload:string
      kind sonde.dev/v1 Report Report
      Report apiVersion:string kind:string statements:[]ReportStatement
      ReportStatement container:string subject:string value:string workload:string
      kind sonde.dev/v1 Measurement Measurement
      Measurement apiVersion:string kind:string series:[]MeasuredSeries
      MeasuredSeries askEvery:string container:string cpuTime:{}int32 date:string limits:MeasuredLimits \
      load:MeasuredLoad machine:MeasuredMachine memory:{}int32 probes:MeasuredProbes runs:MeasuredRuns \
      seal:string stop:MeasuredStop subject:MeasuredSubject workload:ProbeSetWorkload
      MeasuredAnswers failed:int32 latency:{}int32
      MeasuredLimits by:string cpu:string memory:string
      MeasuredLoad clients:int32 url:string
      MeasuredMachine java:string processors:int32 system:string
      MeasuredPhases atRest:MeasuredAnswers firstTenSeconds:MeasuredAnswers underLoad:MeasuredAnswers
      MeasuredProbe answers:MeasuredPhases firstSuccess:{}int32
      MeasuredProbes livenessProbe:MeasuredProbe readinessProbe:MeasuredProbe startupProbe:MeasuredProbe
      MeasuredRuns complete:int32 disturbed:int32 exited:int32 killed:int32 unsuccessful:int32
      MeasuredStop atRest:{}int32 served:{}int32 underLoad:{}int32
      MeasuredSubject hash:string path:string
      """;

  /** The fields of each type, and the releases that have them. */
  private final Map<String, Map<String, FieldOfType>> structs = new TreeMap<>();

  /**
   * A field of a type.
   *
   * @param token its type
   * @param since the first release that has it
   * @param until the last one
   */
  private record FieldOfType(String token, KubernetesVersion since, KubernetesVersion until) {

    FieldOfType in(String type, String otherToken, KubernetesVersion release) {
      if (release.minor() > until.minor() + 1) {
        throw new IllegalStateException(type + " went away and came back");
      }
      boolean sameToken = token.equals(otherToken) || token.equals("time");
      if (!sameToken) {
        throw new IllegalStateException(type + " was " + token + " and is " + otherToken);
      }
      return new FieldOfType(token, since, release);
    }

    /** Said where not all releases have it; of a type that is new, at the fields that hold it. */
    String range() {
      boolean always = since.equals(KubernetesVersion.ALL.get(0));
      boolean still = until.equals(KubernetesVersion.DEFAULT);
      return always && still ? "" : "@" + (always ? "" : since) + "-" + (still ? "" : until);
    }
  }

  static String text() throws IOException, ReflectiveOperationException {
    ApiTypesFile file = new ApiTypesFile();
    for (KubernetesVersion release : KubernetesVersion.ALL) {
      file.read(release);
    }
    StringBuilder text =
        new StringBuilder(
            """
            # The types of Kubernetes objects that have pods in them: a name and the fields, one type a line.
            # []x is a list of x, {}x a map of them. Behind @ the first and the last release that has a field,
            # where not all have it. Written by a test; see ApiTypesFile.
            """);
    KINDS.forEach(
        (kind, type) ->
            text.append("kind %s %s\n".formatted(kind, type.substring(type.lastIndexOf('.') + 1))));
    text.append(DOCUMENTS);
    file.structs.forEach(
        (name, fields) -> {
          text.append(name);
          boolean asOne = fields.values().stream().map(FieldOfType::range).distinct().count() == 1;
          fields.forEach(
              (field, type) ->
                  text.append(" %s:%s%s".formatted(field, type.token, asOne ? "" : type.range())));
          text.append('\n');
        });
    return text.toString();
  }

  private void read(KubernetesVersion release) throws IOException, ReflectiveOperationException {
    String client = OFFICIAL_CLIENTS.get(release.toString());
    if (client == null) {
      for (String type : KINDS.values()) {
        read(release, Class.forName("io.fabric8.kubernetes.api.model." + type), new HashSet<>());
      }
      return;
    }
    Path jars = Path.of("target/api-types");
    URL[] urls = {
      jars.resolve("client-java-api-" + client + ".jar").toUri().toURL(),
      jars.resolve("gson.jar").toUri().toURL()
    };
    try (URLClassLoader loader = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader())) {
      for (String type : KINDS.values()) {
        String name = type.substring(type.lastIndexOf('.') + 1);
        read(
            release,
            loader.loadClass("io.kubernetes.client.openapi.models.V1" + name),
            new HashSet<>());
      }
    }
  }

  private String read(KubernetesVersion release, Class<?> type, Set<Class<?>> seen)
      throws ReflectiveOperationException {
    String name = type.getSimpleName().replaceFirst("^(Core)?V1", "");
    if (!seen.add(type)) {
      return name;
    }
    Map<String, FieldOfType> fields = structs.computeIfAbsent(name, unused -> new TreeMap<>());
    for (Field field : type.getDeclaredFields()) {
      for (Annotation annotation : field.getAnnotations()) {
        String word = annotation.annotationType().getSimpleName();
        if (word.equals("JsonProperty") || word.equals("SerializedName")) {
          String written =
              (String) annotation.annotationType().getMethod("value").invoke(annotation);
          String token = token(release, written, field.getGenericType(), seen);
          FieldOfType known = fields.get(written);
          fields.put(
              written,
              known == null
                  ? new FieldOfType(token, release, release)
                  : known.in(name + "." + written, token, release));
        }
      }
    }
    return name;
  }

  private String token(KubernetesVersion release, String field, Type type, Set<Class<?>> seen)
      throws ReflectiveOperationException {
    if (type instanceof ParameterizedType generic) {
      Type[] arguments = generic.getActualTypeArguments();
      return generic.getRawType() == List.class
          ? "[]" + token(release, "", arguments[0], seen)
          : "{}" + token(release, "", arguments[1], seen);
    }
    Class<?> plain = (Class<?>) type;
    if (plain == String.class && field.equals(NEW_TIME)) {
      return "time";
    }
    String scalar = SCALARS.get(plain.getSimpleName());
    return scalar != null ? scalar : read(release, plain, seen);
  }
}
