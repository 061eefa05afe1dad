package dev.sonde.release;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A switch of a cluster, and the fields of pods and workloads that count only where it is on. From
 * Kubernetes' list of feature gates and the marks in its API types.
 *
 * <p>While a gate is off the API server drops its fields without a word, but for those of {@link
 * #isRefused}, and the kubelet ignores them.
 */
public enum FeatureGate {
  /** When a container is restarted. */
  CONTAINER_RESTART_RULES(
      "ContainerRestartRules",
      stages(34, 35),
      "Container.restartPolicy",
      "Container.restartPolicyRules"),
  /** A rule that restarts the whole pod in place. */
  RESTART_ALL_CONTAINERS(
      "RestartAllContainersOnContainerExits",
      stages(35, 36),
      "ContainerRestartRule.action=RestartAllContainers"),
  /** The signal that stops a container. */
  CONTAINER_STOP_SIGNALS("ContainerStopSignals", alpha(33), "Lifecycle.stopSignal"),
  /** Probes by HTTP/2 without TLS. */
  H2C_CONTAINER_PROBE("H2CContainerProbe", alpha(37), "HTTPGetAction.protocol"),
  /** Probes by gRPC over TLS. */
  GRPC_CONTAINER_PROBE_TLS("GRPCContainerProbeTLS", alpha(37), "GRPCAction.mode"),
  /** Hooks that wait. */
  POD_LIFECYCLE_SLEEP("PodLifecycleSleepAction", stages(29, 30, 34), "LifecycleHandler.sleep"),
  /** Hooks that wait for no time. */
  POD_LIFECYCLE_SLEEP_ZERO(
      "PodLifecycleSleepActionAllowZero", stages(32, 33, 34), "SleepAction.seconds=0"),
  /** Updates of several pods of a StatefulSet at once; off again from 1.35.4 to 1.36. */
  MAX_UNAVAILABLE_STATEFUL_SET(
      "MaxUnavailableStatefulSet",
      stages(24, 37),
      "RollingUpdateStatefulSetStrategy.maxUnavailable"),
  /** Resizing without a restart. */
  IN_PLACE_POD_VERTICAL_SCALING(
      "InPlacePodVerticalScaling", stages(27, 33, 35), "Container.resizePolicy"),
  /** Resources of a whole pod. */
  POD_LEVEL_RESOURCES("PodLevelResources", stages(32, 34), "PodSpec.resources"),
  /** Devices that are claimed. */
  DYNAMIC_RESOURCE_ALLOCATION(
      "DynamicResourceAllocation",
      stages(26, 34, 35),
      "PodSpec.resourceClaims",
      "ResourceRequirements.claims"),
  /** Environment variables from a file. */
  ENV_FILES("EnvFiles", stages(34, 35), "EnvVarSource.fileKeyRef"),
  /** A pod's own host name. */
  HOSTNAME_OVERRIDE("HostnameOverride", stages(34, 35, 37), "PodSpec.hostnameOverride"),
  /** User namespaces. */
  USER_NAMESPACES("UserNamespacesSupport", stages(25, 33, 36), "PodSpec.hostUsers"),
  /** What of {@code /proc} a container sees. */
  PROC_MOUNT_TYPE("ProcMountType", stages(12, 33, 36), "SecurityContext.procMount"),
  /** Labels of volumes. */
  SELINUX_CHANGE_POLICY(
      "SELinuxChangePolicy", stages(32, 33, 36), "PodSecurityContext.seLinuxChangePolicy"),
  /** Groups of the image. */
  SUPPLEMENTAL_GROUPS_POLICY(
      "SupplementalGroupsPolicy",
      stages(31, 33, 35),
      "PodSecurityContext.supplementalGroupsPolicy"),
  /** Images as volumes. */
  IMAGE_VOLUME("ImageVolume", stages(31, 35, 36), "Volume.image"),
  /** Mounts that are read-only all the way down. */
  RECURSIVE_READ_ONLY_MOUNTS(
      "RecursiveReadOnlyMounts", stages(30, 31, 33), "VolumeMount.recursiveReadOnly"),
  /** Options of mounts. */
  VOLUME_BIND_MOUNT_OPTIONS("VolumeBindMountOptions", alpha(37), "VolumeMount.bindMountOptions"),
  /** Permissions of an empty folder. */
  EMPTY_DIR_VOLUME_MODE("EmptyDirVolumeMode", alpha(37), "EmptyDirVolumeSource.mode"),
  /** Owners of files in volumes. */
  ATOMIC_WRITE_VOLUME_USER_FIELDS(
      "AtomicWriteVolumeUserFields",
      alpha(37),
      "ClusterTrustBundleProjection.user",
      "ConfigMapVolumeSource.defaultUser",
      "DownwardAPIVolumeFile.user",
      "DownwardAPIVolumeSource.defaultUser",
      "KeyToPath.user",
      "PodCertificateProjection.user",
      "ProjectedVolumeSource.defaultUser",
      "SecretVolumeSource.defaultUser",
      "ServiceAccountTokenProjection.user"),
  /** Certificates for pods. */
  POD_CERTIFICATE_REQUEST(
      "PodCertificateRequest", stages(34, 37, 37), "VolumeProjection.podCertificate"),
  /** Trusted certificates as files. */
  CLUSTER_TRUST_BUNDLE_PROJECTION(
      "ClusterTrustBundleProjection", stages(29, 37, 37), "VolumeProjection.clusterTrustBundle"),
  /** Affinity by labels of the revision. */
  MATCH_LABEL_KEYS_IN_POD_AFFINITY(
      "MatchLabelKeysInPodAffinity",
      stages(29, 31, 33),
      "PodAffinityTerm.matchLabelKeys",
      "PodAffinityTerm.mismatchLabelKeys"),
  /** Spread by labels of the revision. */
  MATCH_LABEL_KEYS_IN_POD_TOPOLOGY_SPREAD(
      "MatchLabelKeysInPodTopologySpread",
      stages(25, 27),
      "TopologySpreadConstraint.matchLabelKeys"),
  /** Which nodes count for a spread. */
  NODE_INCLUSION_POLICY(
      "NodeInclusionPolicyInPodTopologySpread",
      stages(25, 26, 33),
      "TopologySpreadConstraint.nodeAffinityPolicy",
      "TopologySpreadConstraint.nodeTaintsPolicy"),
  /** Pods that are scheduled as a group. */
  GENERIC_WORKLOAD("GenericWorkload", alpha(35), "PodSpec.schedulingGroup", "PodSpec.workloadRef"),
  /** Jobs that are scheduled as a group. */
  WORKLOAD_WITH_JOB("WorkloadWithJob", alpha(36), "JobSpec.scheduling"),
  /** Who is asked before an eviction. */
  EVICTION_REQUEST("EvictionRequestAPI", alpha(37), "PodSpec.evictionResponders"),
  /** Jobs of another controller. */
  JOB_MANAGED_BY("JobManagedBy", stages(30, 32, 35), "JobSpec.managedBy"),
  /** When a pod of a Job is replaced. */
  JOB_POD_REPLACEMENT_POLICY(
      "JobPodReplacementPolicy", stages(28, 29, 34), "JobSpec.podReplacementPolicy"),
  /** Retries of each index. */
  JOB_BACKOFF_LIMIT_PER_INDEX(
      "JobBackoffLimitPerIndex",
      stages(28, 29, 33),
      "JobSpec.backoffLimitPerIndex",
      "JobSpec.maxFailedIndexes"),
  /** When a Job has succeeded. */
  JOB_SUCCESS_POLICY("JobSuccessPolicy", stages(30, 31, 33), "JobSpec.successPolicy");

  /** What a gate is set to where nobody says otherwise. */
  public enum State {
    /** There is no such gate yet. */
    ABSENT,
    /** It is off, and can be switched on. */
    OFF,
    /** It is on, and can be switched off. */
    ON,
    /** What it guards is always there. */
    STABLE
  }

  /**
   * A field behind a gate.
   *
   * @param name the field
   * @param value the value that is behind the gate; empty if all do
   * @param gate the gate
   */
  public record Field(String name, String value, FeatureGate gate) {}

  private static final int NEVER = Integer.MAX_VALUE;

  private static final Map<String, Map<String, Field>> BY_TYPE =
      Arrays.stream(values())
          .flatMap(gate -> gate.fields.stream().map(gate::parse))
          .collect(
              Collectors.groupingBy(
                  Map.Entry::getKey,
                  Collectors.mapping(
                      Map.Entry::getValue,
                      Collectors.toUnmodifiableMap(Field::name, Function.identity()))));

  private final String word;
  private final int since;
  private final int on;
  private final int stable;

  @SuppressWarnings("ImmutableEnumChecker") // An immutable list.
  private final List<String> fields;

  FeatureGate(String word, int[] stages, String... fields) {
    this.word = word;
    this.since = stages[0];
    this.on = stages[1];
    this.stable = stages[2];
    this.fields = List.of(fields);
  }

  private static int[] stages(int since, int on, int stable) {
    return new int[] {since, on, stable};
  }

  private static int[] stages(int since, int on) {
    return stages(since, on, NEVER);
  }

  private static int[] alpha(int since) {
    return stages(since, NEVER);
  }

  private Map.Entry<String, Field> parse(String written) {
    String[] parts = written.split("[.=]", -1);
    return Map.entry(parts[0], new Field(parts[1], parts.length > 2 ? parts[2] : "", this));
  }

  /**
   * {@return the fields of a type that are behind a gate, by name; most have none}
   *
   * @param type the type in Kubernetes' API, such as {@code Container}
   */
  public static Map<String, Field> fieldsOf(String type) {
    return BY_TYPE.getOrDefault(type, Map.of());
  }

  /** {@return what is behind it, as {@code Container.restartPolicy}} */
  public List<String> fields() {
    return fields;
  }

  /** {@return what Kubernetes calls it, such as {@code ContainerRestartRules}} */
  public String word() {
    return word;
  }

  /** {@return the first release that has it} */
  public KubernetesVersion since() {
    return new KubernetesVersion(1, since);
  }

  /**
   * {@return what it is set to in a release}
   *
   * @param release a supported one
   */
  public State in(KubernetesVersion release) {
    int minor = release.minor();
    if (minor >= stable) {
      return State.STABLE;
    }
    if (minor >= on) {
      return State.ON;
    }
    return minor >= since ? State.OFF : State.ABSENT;
  }

  /**
   * {@return whether its fields count in a release}
   *
   * @param release a supported one
   */
  public boolean isOn(KubernetesVersion release) {
    return release.minor() >= on;
  }

  /** Tells whether the API server refuses, and does not drop, what is behind it. */
  public boolean isRefused() {
    return this == RESTART_ALL_CONTAINERS || this == POD_LIFECYCLE_SLEEP_ZERO;
  }
}
