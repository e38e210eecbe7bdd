package dev.segmentation.config.database.embedded;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * Unpacks the archive of the programs. This is not part of {@link PostgresPrograms}, so
 * that a start with unpacked programs does not load the XZ classes: their sealed package
 * would prevent the JVM from using its cache of linked classes.
 */
final class PostgresArchive {

	private PostgresArchive() {
	}

	static void unpack(byte[] archive, Path folder) throws IOException {
		try (TarArchiveInputStream tar = new TarArchiveInputStream(
				new XZInputStream(new ByteArrayInputStream(archive)))) {
			for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
				unpack(tar, entry, folder.resolve(entry.getName()));
			}
		}
	}

	private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
		if (entry.isDirectory()) {
			Files.createDirectories(target);
			return;
		}
		Files.createDirectories(target.getParent());
		if (entry.isSymbolicLink()) {
			Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
			return;
		}
		Files.copy(tar, target);
		if (entry.getName().matches("(\\./)?bin/.*") && !target.toFile().setExecutable(true, false)) {
			throw new IOException("Cannot be made executable: " + target);
		}
	}

}
