package dev.sonde.manifests.decode;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fabric8.kubernetes.api.model.FieldsV1;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodTemplate;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ReplicationController;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Writes the resource with the API's types from fabric8's classes, corrected where those differ
 * from the Go types that decide.
 */
final class ApiTypesFile {

  private static final Map<String, Class<?>> KINDS = new LinkedHashMap<>();

  static {
    KINDS.put("v1 Pod", Pod.class);
    KINDS.put("v1 PodTemplate", PodTemplate.class);
    KINDS.put("v1 ReplicationController", ReplicationController.class);
    KINDS.put("apps/v1 Deployment", Deployment.class);
    KINDS.put("apps/v1 StatefulSet", StatefulSet.class);
    KINDS.put("apps/v1 DaemonSet", DaemonSet.class);
    KINDS.put("apps/v1 ReplicaSet", ReplicaSet.class);
    KINDS.put("batch/v1 Job", Job.class);
    KINDS.put("batch/v1 CronJob", CronJob.class);
  }

  /** Text in fabric8's classes, {@code metav1.Time} in Go. */
  private static final Set<String> TIMES =
      Set.of(
          "completionTime",
          "creationTimestamp",
          "deletionTimestamp",
          "finishedAt",
          "lastProbeTime",
          "lastScheduleTime",
          "lastSuccessfulTime",
          "lastTransitionTime",
          "lastUpdateTime",
          "startTime",
          "startedAt",
          "time");

  /** fabric8 takes them from a branch: no release that is supported has them switched on. */
  private static final Set<String> IN_NO_RELEASE =
      Set.of(
          "ClusterTrustBundleProjection.user",
          "ConfigMapVolumeSource.defaultUser",
          "DownwardAPIVolumeFile.user",
          "DownwardAPIVolumeSource.defaultUser",
          "EmptyDirVolumeSource.mode",
          "GRPCAction.mode",
          "HTTPGetAction.protocol",
          "KeyToPath.user",
          "PodCertificateProjection.user",
          "PodSpec.evictionResponders",
          "ProjectedVolumeSource.defaultUser",
          "SecretVolumeSource.defaultUser",
          "ServiceAccountTokenProjection.user");

  private static final Map<Class<?>, String> SCALARS =
      Map.of(
          String.class, "string",
          Boolean.class, "bool",
          Integer.class, "int32",
          Long.class, "int64",
          IntOrString.class, "intOrString",
          Quantity.class, "quantity",
          FieldsV1.class, "any");

  /** Sonde's own documents, which are decoded by the same decoder. */
  private static final String DOCUMENTS =
      """
      kind sonde.dev/v1 ProbeSet ProbeSet
      ProbeSet apiVersion:string checks:ProbeSetChecks container:string kind:string \
      lifecycle:ProbeSetLifecycle livenessProbe:Probe ports:[]ProbeSetPort readinessProbe:Probe \
      startupProbe:Probe terminationGracePeriodSeconds:int64 workload:ProbeSetWorkload
      ProbeSetChecks livenessProbe:[]string readinessProbe:[]string startupProbe:[]string
      ProbeSetLifecycle preStop:LifecycleHandler
      ProbeSetPort containerPort:int32 name:string
      ProbeSetWorkload kind:string name:string namespace:string
      kind sonde.dev/v1 Overrides Overrides
      Overrides apiVersion:string environments:{}[]OverriddenContainer kind:string
      OverriddenContainer container:string livenessProbe:Probe readinessProbe:Probe \
      startupProbe:Probe workload:ProbeSetWorkload
      kind sonde.dev/v1 MergeRecord MergeRecord
      MergeRecord apiVersion:string containers:[]MergedContainer kind:string
      MergedContainer before:{}any container:string fields:{}any file:string kind:string namespace:string \
      source:string workload:string
      kind sonde.dev/v1 Report Report
      Report apiVersion:string kind:string statements:[]ReportStatement
      ReportStatement container:string subject:string value:string workload:string
      """;

  private final Map<String, String> structs = new TreeMap<>();

  static String text() {
    ApiTypesFile file = new ApiTypesFile();
    StringBuilder text =
        new StringBuilder(
            """
            # The types of Kubernetes objects that have pods in them: a name and the fields, one type a line.
            # []x is a list of x, {}x a map of them. Written by a test; see ApiTypesFile.
            """);
    KINDS.forEach((kind, type) -> text.append(file.kind(kind, type)));
    text.append(DOCUMENTS);
    file.structs.forEach((name, fields) -> text.append(name).append(fields).append('\n'));
    return text.toString();
  }

  private String kind(String kind, Class<?> type) {
    return "kind " + kind + " " + struct(type) + "\n";
  }

  private String struct(Class<?> type) {
    String name = type.getSimpleName();
    if (structs.putIfAbsent(name, "") == null) {
      structs.put(name, fields(type));
    }
    return name;
  }

  private String fields(Class<?> type) {
    Map<String, String> fields = new TreeMap<>();
    for (Field field : type.getDeclaredFields()) {
      JsonProperty property = field.getAnnotation(JsonProperty.class);
      if (property != null
          && !IN_NO_RELEASE.contains(type.getSimpleName() + "." + property.value())) {
        fields.put(property.value(), token(property.value(), field.getGenericType()));
      }
    }
    return fields.entrySet().stream()
        .map(field -> " " + field.getKey() + ":" + field.getValue())
        .collect(Collectors.joining());
  }

  private String token(String field, Type type) {
    if (type instanceof ParameterizedType generic) {
      Type[] arguments = generic.getActualTypeArguments();
      return generic.getRawType() == List.class
          ? "[]" + token("", arguments[0])
          : "{}" + token("", arguments[1]);
    }
    if (type == String.class && TIMES.contains(field)) {
      return "time";
    }
    String scalar = SCALARS.get(type);
    return scalar != null ? scalar : struct((Class<?>) type);
  }
}
