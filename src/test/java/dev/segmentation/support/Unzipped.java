package dev.segmentation.support;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The files of an archive. Java reads some archives only by their directory, so they must
 * be on disk.
 */
public final class Unzipped {

	private Unzipped() {
	}

	/**
	 * Returns the texts of the files by their names.
	 */
	public static Map<String, String> parts(byte[] archive) throws IOException {
		Path path = Files.write(Files.createTempFile("archive", ".zip"), archive);
		Map<String, String> parts = new TreeMap<>();
		try (ZipFile zip = new ZipFile(path.toFile())) {
			for (ZipEntry entry : Collections.list(zip.entries())) {
				parts.put(entry.getName(),
						new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
			}
		}
		finally {
			Files.delete(path);
		}
		return parts;
	}

}
