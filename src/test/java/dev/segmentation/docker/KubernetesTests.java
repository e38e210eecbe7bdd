package dev.segmentation.docker;

import java.util.List;

import dev.segmentation.support.Api;
import dev.segmentation.support.HttpTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The parts of the Kubernetes example fit together, and fit the image and the
 * application.
 */
@HttpTest
class KubernetesTests {

	private final List<JsonNode> documents = Yaml.read("kubernetes.yaml");

	private final JsonNode pod = find("Deployment").at("/spec/template");

	private final JsonNode container = this.pod.at("/spec/containers/0");

	@Autowired
	Api api;

	@Test
	void describesFourObjects() {
		assertThat(this.documents)
			.extracting((document) -> document.path("apiVersion").asString() + " " + document.path("kind").asString())
			.containsExactly("apps/v1 Deployment", "v1 Service", "policy/v1 PodDisruptionBudget",
					"networking.k8s.io/v1 Ingress");
	}

	@Test
	void selectsThePods() {
		JsonNode labels = this.pod.at("/metadata/labels");
		assertThat(labels.isEmpty()).isFalse();
		assertThat(find("Deployment").at("/spec/selector/matchLabels")).isEqualTo(labels);
		assertThat(find("Service").at("/spec/selector")).isEqualTo(labels);
		assertThat(find("PodDisruptionBudget").at("/spec/selector/matchLabels")).isEqualTo(labels);
	}

	@Test
	void connectsThePorts() {
		JsonNode port = this.container.at("/ports/0");
		JsonNode service = find("Service");
		JsonNode backend = find("Ingress").at("/spec/rules/0/http/paths/0/backend/service");
		assertThat(Yaml.text("Dockerfile")).contains("EXPOSE " + port.path("containerPort").asInt());
		assertThat(service.at("/spec/ports/0/targetPort")).isEqualTo(port.path("name"));
		assertThat(backend.path("name")).isEqualTo(service.at("/metadata/name"));
		assertThat(backend.at("/port/name")).isEqualTo(service.at("/spec/ports/0/name"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "startupProbe", "livenessProbe", "readinessProbe" })
	void probesAnExistingPath(String probe) {
		JsonNode get = this.container.path(probe).path("httpGet");
		assertThat(get.path("port")).isEqualTo(this.container.at("/ports/0/name"));
		assertThat(this.api.callBytes("GET", get.path("path").asString(), null).body())
			.isEqualTo("{\"status\":\"UP\"}");
	}

	@Test
	void runsAsTheAccountOfTheImageWithoutPrivileges() {
		JsonNode account = this.pod.at("/spec/securityContext");
		assertThat(Yaml.text("Dockerfile")).contains("--uid " + account.path("runAsUser").asInt() + " ");
		assertThat(account.path("runAsNonRoot").asBoolean()).isTrue();
		JsonNode rights = this.container.path("securityContext");
		assertThat(rights.path("allowPrivilegeEscalation").asBoolean()).isFalse();
		assertThat(rights.path("readOnlyRootFilesystem").asBoolean()).isTrue();
		assertThat(rights.at("/capabilities/drop/0").asString()).isEqualTo("ALL");
		assertThat(this.container.at("/volumeMounts/0/name")).isEqualTo(this.pod.at("/spec/volumes/0/name"));
	}

	@Test
	void hasTimeToEndBeforeItIsKilled() {
		int pause = this.container.at("/lifecycle/preStop/sleep/seconds").asInt();
		int drain = 60;
		assertThat(pause).isPositive();
		assertThat(this.pod.at("/spec/terminationGracePeriodSeconds").asInt()).isGreaterThan(pause + drain);
	}

	private JsonNode find(String kind) {
		return this.documents.stream()
			.filter((document) -> kind.equals(document.path("kind").asString()))
			.findFirst()
			.orElseThrow();
	}

}
