package dev.segmentation.config.database.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import dev.segmentation.config.database.embedded.PrivateFiles;

/**
 * A file of a backup.
 *
 * @param path relative to the folder of the backup, with slashes
 * @param size in bytes
 * @param sha256 the checksum, as {@code sha256sum} prints it. It costs one second of a
 * processor for each gigabyte, ten times as much as CRC32C, but everyone can check it.
 */
record BackupFile(String path, long size, String sha256) {

	/**
	 * Copies a file. The checksum is that of the copied bytes: the server may be writing
	 * to the file.
	 */
	static BackupFile copy(Path source, Path target, String path) throws IOException {
		try (OutputStream copy = Channels.newOutputStream(PrivateFiles.createFile(target))) {
			return read(source, copy, path);
		}
	}

	static BackupFile read(Path file, String path) throws IOException {
		return read(file, OutputStream.nullOutputStream(), path);
	}

	private static BackupFile read(Path file, OutputStream copy, String path) throws IOException {
		MessageDigest digest = newDigest();
		try (InputStream content = new DigestInputStream(Files.newInputStream(file), digest)) {
			long size = content.transferTo(copy);
			return new BackupFile(path, size, HexFormat.of().formatHex(digest.digest()));
		}
	}

	private static MessageDigest newDigest() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

}
