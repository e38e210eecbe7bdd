package dev.segmentation.config.database.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import org.apache.commons.lang3.SystemUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.util.FileSystemUtils;

/**
 * The programs of PostgreSQL for this computer, from the archive on the class path.
 */
final class PostgresPrograms {

	private static final Logger logger = LoggerFactory.getLogger(PostgresPrograms.class);

	private static final int DIGITS_OF_VERSION = 16;

	private final Path folder;

	private PostgresPrograms(Path folder) {
		this.folder = folder;
	}

	/**
	 * Unpacks the programs, unless this version is already unpacked. If unpacking was
	 * interrupted, it starts again.
	 * @throws EmbeddedDatabaseException if there are no programs for this computer
	 */
	static PostgresPrograms unpack(Path folder) throws IOException {
		byte[] archive = archive();
		Path unpacked = folder.resolve(digest(archive).substring(0, DIGITS_OF_VERSION));
		if (!Files.exists(unpacked)) {
			logger.info("Unpacking PostgreSQL in {}", folder);
			FileSystemUtils.deleteRecursively(folder);
			Path halfDone = Files.createDirectories(folder.resolve("half-done"));
			PostgresArchive.unpack(archive, halfDone);
			Files.move(halfDone, unpacked);
		}
		return new PostgresPrograms(unpacked);
	}

	Path path(String program) {
		return this.folder.resolve("bin").resolve(SystemUtils.IS_OS_WINDOWS ? program + ".exe" : program);
	}

	private static byte[] archive() throws IOException {
		String architecture = "amd64".equals(SystemUtils.OS_ARCH) ? "x86_64" : SystemUtils.OS_ARCH;
		String system = SystemUtils.IS_OS_WINDOWS ? "Windows" : SystemUtils.IS_OS_MAC ? "Darwin" : "Linux";
		try (InputStream archive = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, architecture)) {
			return archive.readAllBytes();
		}
		catch (IllegalStateException ex) {
			throw new EmbeddedDatabaseException(
					"There is no embedded PostgreSQL for %s on %s: set SPRING_DATASOURCE_URL to your own database."
						.formatted(SystemUtils.OS_NAME, SystemUtils.OS_ARCH),
					ex);
		}
	}

	private static String digest(byte[] archive) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(archive));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

}
