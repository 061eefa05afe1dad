package dev.sonde.manifests.fabric8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads manifests as fabric8 objects and writes them, without a client on the class path. Comments
 * and layout of what is read are lost: to change a file, merge into it. Thread-safe.
 */
public final class Fabric8Yaml {

  private static final Map<String, Class<? extends HasMetadata>> WORKLOADS =
      Map.of(
          "v1/Pod", Pod.class,
          "apps/v1/Deployment", Deployment.class,
          "apps/v1/StatefulSet", StatefulSet.class,
          "apps/v1/DaemonSet", DaemonSet.class,
          "apps/v1/ReplicaSet", ReplicaSet.class,
          "batch/v1/Job", Job.class,
          "batch/v1/CronJob", CronJob.class);

  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
          .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
          .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
          .addModule(Fabric8Json.module())
          .build();

  private Fabric8Yaml() {}

  /**
   * {@return the objects of a manifest, in order} Pods and the built-in workloads have their own
   * classes, everything else is a {@link GenericKubernetesResource}. Empty documents are left out.
   *
   * @param manifest YAML, of one document or many, or JSON
   * @throws UncheckedIOException if it is not YAML, or does not fit the object's class; the message
   *     tells line and column
   */
  public static List<HasMetadata> read(String manifest) {
    ObjectReader trees = YAML.readerFor(JsonNode.class);
    try (MappingIterator<JsonNode> documents = trees.readValues(manifest)) {
      List<HasMetadata> objects = new ArrayList<>();
      while (documents.hasNextValue()) {
        JsonNode document = documents.nextValue();
        if (document.isObject()) {
          objects.add(YAML.treeToValue(document, classOf(document)));
        }
      }
      return objects;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Class<? extends HasMetadata> classOf(JsonNode document) {
    String type = document.path("apiVersion").asText() + "/" + document.path("kind").asText();
    return WORKLOADS.getOrDefault(type, GenericKubernetesResource.class);
  }

  /**
   * {@return the object as a YAML document}
   *
   * @param object any fabric8 object
   */
  public static String write(HasMetadata object) {
    try {
      return YAML.writeValueAsString(object);
    } catch (JsonProcessingException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }
}
