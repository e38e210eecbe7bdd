package dev.segmentation.support;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The classpath of an application that runs in its own process. The JVM keeps an archive
 * of loaded classes only for jars, so the compiled classes are packed into one.
 */
final class ApplicationClasspath {

	private static final Path FOLDER = Path.of("target", "test-application").toAbsolutePath();

	private static final Path ARCHIVE = FOLDER.resolve("classes.jsa");

	private static final String CLASSPATH = build();

	private ApplicationClasspath() {
	}

	/**
	 * Returns the options of {@code java} that use the archive, if it exists. Processes
	 * start with it in half of the processor time.
	 */
	static List<String> options() {
		return options("");
	}

	/**
	 * Returns the options of {@code java} for a class of the tests that starts the
	 * application. Other classes of the tests would become part of the application.
	 */
	static List<String> optionsFor(Class<?> starter) {
		return options(File.pathSeparator + pack(starter));
	}

	private static List<String> options(String more) {
		return List.of("-XX:SharedArchiveFile=" + ARCHIVE, "-Xlog:cds*=off", "-Xlog:aot*=off", "-cp", CLASSPATH + more);
	}

	private static String build() {
		return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
			.filter((entry) -> !entry.endsWith("test-classes"))
			.map(Path::of)
			.map((entry) -> Files.isDirectory(entry) ? pack(entry) : entry)
			.map(Path::toString)
			.collect(Collectors.joining(File.pathSeparator));
	}

	private static Path pack(Path classes) {
		try {
			Path jar = Files.createDirectories(FOLDER).resolve(classes.getFileName() + ".jar");
			Files.deleteIfExists(ARCHIVE);
			try (JarOutputStream packed = new JarOutputStream(Files.newOutputStream(jar));
					Stream<Path> paths = Files.walk(classes)) {
				for (Path path : paths.filter((found) -> !found.equals(classes)).toList()) {
					add(packed, classes.relativize(path).toString().replace(File.separatorChar, '/'), path);
				}
			}
			return jar;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Path pack(Class<?> starter) {
		try {
			Path jar = FOLDER.resolve(starter.getSimpleName() + ".jar");
			try (JarOutputStream packed = new JarOutputStream(Files.newOutputStream(jar));
					InputStream content = starter.getResourceAsStream(starter.getSimpleName() + ".class")) {
				packed.putNextEntry(new JarEntry(starter.getName().replace('.', '/') + ".class"));
				Objects.requireNonNull(content).transferTo(packed);
			}
			return jar;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void add(JarOutputStream packed, String name, Path path) throws IOException {
		if (Files.isDirectory(path)) {
			packed.putNextEntry(new JarEntry(name + "/"));
		}
		else {
			packed.putNextEntry(new JarEntry(name));
			Files.copy(path, packed);
		}
	}

}
