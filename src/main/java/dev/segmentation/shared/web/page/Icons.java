package dev.segmentation.shared.web.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.stereotype.Component;
import org.webjars.WebJarVersionLocator;

/**
 * Tabler's outline icons, drawn into the page: no font to wait for, and in the colour of
 * the text around.
 */
@Component
public class Icons {

	private static final String JAR = "tabler__icons";

	private final Map<String, String> read = new ConcurrentHashMap<>();

	private final ResourceLoader resources;

	private final String folder;

	Icons(ResourceLoader resources) {
		this.resources = resources;
		this.folder = "classpath:META-INF/resources/webjars/%s/%s/icons/outline/".formatted(JAR,
				new WebJarVersionLocator().version(JAR));
	}

	/**
	 * The icon as SVG, hidden from screen readers.
	 * @param name its name in Tabler's catalogue
	 */
	public String svg(String name) {
		return this.read.computeIfAbsent(name, this::read);
	}

	private String read(String name) {
		Resource svg = this.resources.getResource(this.folder + name + ".svg");
		try {
			return svg.getContentAsString(StandardCharsets.UTF_8)
				.replaceFirst("(?s)^.*?<svg", "<svg aria-hidden=\"true\"")
				.replaceFirst("class=\"[^\"]*\"", "class=\"icon\"");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
