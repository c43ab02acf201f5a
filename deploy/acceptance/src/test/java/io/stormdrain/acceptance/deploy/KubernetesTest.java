package io.stormdrain.acceptance.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No cluster runs in the build, so the manifests are read as Kubernetes' own types, strictly. */
final class KubernetesTest {

  private static final String FOLDER = "deploy/kubernetes/";
  private static final String NAME = "app.kubernetes.io/name";

  private static final Map<String, Class<? extends HasMetadata>> KINDS =
      Map.of(
          "v1/Service", Service.class,
          "policy/v1/PodDisruptionBudget", PodDisruptionBudget.class,
          "apps/v1/Deployment", Deployment.class,
          "apps/v1/StatefulSet", StatefulSet.class);

  private static final ObjectMapper STRICT =
      new ObjectMapper()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .setAnnotationIntrospector(
              new JacksonAnnotationIntrospector() {
                @Override
                public Boolean hasAnySetter(Annotated method) {
                  // The types keep what they do not know; we want to hear of it.
                  return false;
                }
              });

  @ParameterizedTest
  @ValueSource(strings = {"ingest", "analyzer", "notifier"})
  void eachServiceIsThereWithItsBudget(String service) {
    List<HasMetadata> all = manifests(service);

    assertThat(all).hasSize(3).allMatch(one -> one.getMetadata().getName().equals(service));
    Service door = only(all, Service.class);
    PodDisruptionBudget budget = only(all, PodDisruptionBudget.class);
    PodTemplateSpec template = template(all);
    assertThat(
            List.of(
                door.getSpec().getSelector(),
                budget.getSpec().getSelector().getMatchLabels(),
                template.getMetadata().getLabels()))
        .allSatisfy(labels -> assertThat(labels).isEqualTo(Map.of(NAME, service)));
    String port = Checkout.properties(service).getProperty("quarkus.http.port");
    assertThat(door.getSpec().getPorts().getFirst().getPort()).hasToString(port);
    assertThat(container(template).getPorts().getFirst().getContainerPort()).hasToString(port);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ingest", "analyzer", "notifier"})
  void podsAreConfinedAndProbed(String service) {
    PodSpec pod = template(manifests(service)).getSpec();
    Container container = container(template(manifests(service)));

    assertThat(pod.getAutomountServiceAccountToken()).isFalse();
    assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
    assertThat(Checkout.text("deploy/docker/Dockerfile"))
        .contains("USER %1$d:%1$d".formatted(pod.getSecurityContext().getRunAsUser()));
    assertThat(container.getSecurityContext().getReadOnlyRootFilesystem()).isTrue();
    assertThat(container.getSecurityContext().getAllowPrivilegeEscalation()).isFalse();
    assertThat(container.getSecurityContext().getCapabilities().getDrop()).containsExactly("ALL");
    assertThat(container.getResources().getLimits()).containsKey("memory");
    assertThat(path(container.getLivenessProbe())).isEqualTo("/q/health/live");
    assertThat(path(container.getStartupProbe())).isEqualTo("/q/health/live");
    assertThat(path(container.getReadinessProbe())).isEqualTo("/q/health/ready");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ingest", "analyzer", "notifier"})
  void settingsAndImagesAreThoseOfTheServices(String service) {
    Container container = container(template(manifests(service)));
    TreeSet<String> names = new TreeSet<>(names("settings.env"));
    container.getEnv().stream().map(EnvVar::getName).forEach(names::add);
    if (!service.equals("analyzer")) {
      names.addAll(names(service + ".env.example"));
    }

    assertThat(names).allMatch(Settings.known(service)::contains);
    assertThat(container.getImage()).isEqualTo(Compose.service(service).path("image").asText());
  }

  @Test
  void ownSignaturesAreAConfigMapThatMayBeMissing() {
    PodSpec pod = template(manifests("analyzer")).getSpec();
    Volume volume =
        pod.getVolumes().stream().filter(v -> v.getConfigMap() != null).findFirst().orElseThrow();
    VolumeMount mount =
        pod.getContainers().getFirst().getVolumeMounts().stream()
            .filter(m -> m.getName().equals(volume.getName()))
            .findFirst()
            .orElseThrow();

    assertThat(volume.getConfigMap().getOptional()).isTrue();
    assertThat(Checkout.text(FOLDER + "README.md"))
        .contains("create configmap " + volume.getConfigMap().getName() + " ");
    assertThat(pod.getContainers().getFirst().getEnv())
        .anySatisfy(variable -> {
          assertThat(variable.getName()).isEqualTo("STORMDRAIN_SIGNATURES_DIR");
          assertThat(variable.getValue()).isEqualTo(mount.getMountPath());
        });
  }

  @Test
  void theKustomizationNamesEveryFile() {
    JsonNode kustomization = Checkout.yaml(FOLDER + "kustomization.yaml");
    List<String> files = Checkout.SERVICES.stream().map(service -> service + ".yaml").toList();

    assertThat(Compose.texts(kustomization.path("resources"))).isEqualTo(files);
    assertThat(kustomization.findValuesAsText("newTag")).hasSize(3).containsOnly("0.1.0");
    assertThat(Checkout.names("deploy/kubernetes"))
        .filteredOn(name -> name.endsWith(".yaml"))
        .containsExactlyInAnyOrderElementsOf(concat(files, "kustomization.yaml"));
  }

  private static List<String> concat(List<String> some, String one) {
    List<String> all = new ArrayList<>(some);
    all.add(one);
    return all;
  }

  private static List<HasMetadata> manifests(String service) {
    List<HasMetadata> all = new ArrayList<>();
    for (JsonNode document : Checkout.yamls(FOLDER + service + ".yaml")) {
      String kind = document.path("apiVersion").asText() + "/" + document.path("kind").asText();
      all.add(STRICT.convertValue(document, Objects.requireNonNull(KINDS.get(kind), kind)));
    }
    return all;
  }

  private static <T> T only(List<HasMetadata> all, Class<T> type) {
    return all.stream().filter(type::isInstance).map(type::cast).findFirst().orElseThrow();
  }

  private static PodTemplateSpec template(List<HasMetadata> all) {
    for (HasMetadata one : all) {
      if (one instanceof Deployment deployment) {
        return deployment.getSpec().getTemplate();
      }
      if (one instanceof StatefulSet set) {
        return set.getSpec().getTemplate();
      }
    }
    throw new AssertionError("nothing runs");
  }

  private static Container container(PodTemplateSpec template) {
    return template.getSpec().getContainers().getFirst();
  }

  private static String path(Probe probe) {
    assertThat(probe.getHttpGet().getPort().getStrVal()).isEqualTo("http");
    return probe.getHttpGet().getPath();
  }

  /** Also those that are only suggested. */
  private static List<String> names(String file) {
    return Checkout.text(FOLDER + file)
        .lines()
        .filter(line -> line.matches("(# )?[A-Z_]+=.*"))
        .map(line -> line.replaceFirst("# ", "").replaceFirst("=.*", ""))
        .toList();
  }
}
