package dev.segmentation.shared.web.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.stereotype.Component;

/**
 * Tabler's outline icons as SVG elements of the page. They need no font and have the
 * colour of the surrounding text. The build copies those that templates name (src/build).
 */
@Component
class Icons {

	private final Map<String, String> cache = new ConcurrentHashMap<>();

	private final ResourceLoader resources;

	Icons(ResourceLoader resources) {
		this.resources = resources;
	}

	/**
	 * The SVG element of an icon, hidden from screen readers.
	 * @param name the icon's name in Tabler's catalogue
	 */
	String svg(String name) {
		return this.cache.computeIfAbsent(name, this::read);
	}

	private String read(String name) {
		Resource svg = this.resources.getResource("classpath:icons/" + name + ".svg");
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
