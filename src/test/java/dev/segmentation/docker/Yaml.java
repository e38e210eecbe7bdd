package dev.segmentation.docker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads YAML files in {@code docker} as JSON, with their aliases resolved.
 */
final class Yaml {

	static final Path FOLDER = Path.of("docker");

	private Yaml() {
	}

	/**
	 * Reads all documents of a file.
	 */
	static List<JsonNode> read(String file) {
		Iterable<Object> documents = new org.yaml.snakeyaml.Yaml().loadAll(text(file));
		return StreamSupport.stream(documents.spliterator(), false)
			.map((document) -> JsonMapper.shared().<JsonNode>valueToTree(document))
			.toList();
	}

	static String text(String file) {
		try {
			return Files.readString(FOLDER.resolve(file));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
