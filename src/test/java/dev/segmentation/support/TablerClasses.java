package dev.segmentation.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.springframework.core.io.ClassPathResource;

/**
 * Classes of Tabler that the build removed from the styles of the pages.
 */
final class TablerClasses {

	private static final Pattern CLASS = Pattern.compile("\\.([A-Za-z][\\w-]*)");

	private static final Set<String> REMOVED = removed();

	private TablerClasses() {
	}

	/**
	 * Returns those of the classes that have no styles any more.
	 */
	static List<String> missing(List<String> used) {
		return used.stream().filter(REMOVED::contains).toList();
	}

	private static Set<String> removed() {
		Set<String> removed = classes("META-INF/resources/webjars/tabler__core/1.4.0/dist/css/tabler.min.css");
		removed.removeAll(classes("static/assets/tabler.css"));
		return removed;
	}

	private static Set<String> classes(String path) {
		try {
			String styles = new ClassPathResource(path).getContentAsString(StandardCharsets.UTF_8);
			return CLASS.matcher(styles)
				.results()
				.map((match) -> match.group(1))
				.collect(Collectors.toCollection(TreeSet::new));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
