package dev.segmentation.docker;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The compose files follow the Compose Specification, and everything that they name
 * exists. Their schema is that of github.com/compose-spec (Apache License 2.0), as the
 * npm package dclint 3.1.0 contains it.
 */
class ComposeTests {

	private static final List<String> FILES = List.of("services.yaml", "compose.yaml", "compose.cluster.yaml");

	private static final Pattern REQUIRED = Pattern.compile("\\$\\{([A-Z_]+):\\?");

	private static final Pattern DEFAULTED = Pattern.compile("\\$\\{([A-Z_]+):-([^}]+)}");

	@ParameterizedTest
	@ValueSource(strings = { "services.yaml", "compose.yaml", "compose.cluster.yaml" })
	void followsTheSpecification(String file) throws Exception {
		try (InputStream schema = getClass().getResourceAsStream("/compose-spec.json")) {
			assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
				.getSchema(SchemaLocation.of("https://compose-spec.io/"), JsonMapper.shared().readTree(schema))
				.validate(compose(file))).isEmpty();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "compose.yaml", "compose.cluster.yaml" })
	void extendsServicesWithAnImage(String file) {
		assertThat(compose(file).path("services").values()).allSatisfy((service) -> {
			String base = service.at("/extends/service").asString();
			assertThat(service.at("/extends/file").asString()).isEqualTo("services.yaml");
			assertThat(compose("services.yaml").at("/services/%s/image".formatted(base)).asString()).isNotEmpty();
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "compose.yaml", "compose.cluster.yaml" })
	void waitsForServicesOfTheSameFile(String file) {
		JsonNode services = compose(file).path("services");
		assertThat(services.values()).flatMap(ComposeTests::dependencies)
			.isNotEmpty()
			.isSubsetOf(services.propertyNames());
	}

	@ParameterizedTest
	@ValueSource(strings = { "services.yaml", "compose.yaml", "compose.cluster.yaml" })
	void mountsExistingFilesAndDeclaredVolumes(String file) {
		JsonNode compose = compose(file);
		List<String> sources = compose.path("services")
			.values()
			.stream()
			.flatMap((service) -> service.path("volumes").values().stream())
			.map((volume) -> volume.asString().split(":")[0])
			.toList();
		assertThat(sources).isNotEmpty().allSatisfy((source) -> {
			Path path = Yaml.FOLDER.resolve(source);
			assertThat(source.startsWith("./") ? Files.exists(path) : compose.path("volumes").has(source)).isTrue();
			// The images ignore scripts that are not executable.
			assertThat(!source.endsWith(".sh") || Files.isExecutable(path)).isTrue();
		});
	}

	@Test
	void listsEveryValueInTheExample() {
		Set<String> lines = Yaml.text(".env.example").lines().collect(Collectors.toSet());
		assertThat(find(REQUIRED, (match) -> match.group(1) + "=")).isNotEmpty().isSubsetOf(lines);
		assertThat(find(DEFAULTED, (match) -> match.group(1) + "=" + match.group(2))).isNotEmpty().isSubsetOf(lines);
		assertThat(lines.stream().filter((line) -> line.matches("[A-Z_]+=.*")))
			.hasSize(find(REQUIRED, MatchResult::group).size() + find(DEFAULTED, (match) -> match.group(1)).size());
	}

	@Test
	void hasNoDefaultPasswords() {
		assertThat(find(DEFAULTED, (match) -> match.group(1))).noneMatch((name) -> name.contains("PASSWORD"));
	}

	@Test
	void namesSettingsOfTheApplicationInTheExample() throws Exception {
		String readme = Files.readString(Path.of("README.md"));
		assertThat(Yaml.text(".env.example").lines().filter((line) -> line.matches("# [A-Z_]+=.*"))).isNotEmpty()
			.allMatch((line) -> readme.contains("`%s`".formatted(line.substring(2, line.indexOf('=')))));
	}

	private static JsonNode compose(String file) {
		return Yaml.read(file).getFirst();
	}

	private static List<String> dependencies(JsonNode service) {
		JsonNode names = service.path("depends_on");
		return names.isArray() ? names.values().stream().map(JsonNode::asString).toList()
				: List.copyOf(names.propertyNames());
	}

	private static Set<String> find(Pattern variable, Function<MatchResult, String> name) {
		return FILES.stream()
			.flatMap((file) -> variable.matcher(Yaml.text(file)).results())
			.map(name)
			.collect(Collectors.toSet());
	}

}
