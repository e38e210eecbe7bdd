package dev.segmentation.shared.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

import org.junit.jupiter.api.Test;

import org.springframework.dao.DataIntegrityViolationException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class FullDiskCauseTests {

	@Test
	void findsAFileThatDoesNotFit() {
		IOException full = catchThrowableOfType(IOException.class,
				() -> Files.write(Path.of("/dev/full"), new byte[1]));
		assertThat(FullDisk.isCauseOf(new UncheckedIOException(full))).isTrue();
	}

	@Test
	void findsTheErrorsOfTheServer() {
		assertThat(isFull("53100", "could not write to file")).isTrue();
		assertThat(isFull("58030", "could not extend file \"base/5/16384\": wrote only 4096 of 8192 bytes")).isTrue();
		assertThat(isFull("58030", "could not fsync file: Input/output error")).isFalse();
		assertThat(isFull("08006", "An I/O error occurred")).isFalse();
	}

	@Test
	void ignoresWhatUsersWrite() {
		assertThat(isFull("23505", "Key (login)=(No space left on device) already exists.")).isFalse();
	}

	private static boolean isFull(String state, String message) {
		return FullDisk.isCauseOf(new DataIntegrityViolationException("failed", new SQLException(message, state)));
	}

}
