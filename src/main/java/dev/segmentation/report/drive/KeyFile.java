package dev.segmentation.report.drive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

import com.google.api.client.json.GenericJson;
import com.google.api.client.json.gson.GsonFactory;
import com.google.auth.oauth2.ServiceAccountCredentials;
import org.jspecify.annotations.Nullable;

/**
 * The JSON key file of a service account. Only the first request shows whether Google
 * still accepts the key.
 */
record KeyFile(Path path) {

	/**
	 * Reads the key.
	 * @throws InvalidDriveCredentialsException when the file is not the key of a service
	 * account
	 */
	ServiceAccountCredentials read() {
		byte[] json = bytes();
		if (!"service_account".equals(parse(json).get("type"))) {
			throw invalid("is not the key of a service account: download the right key", null);
		}
		try {
			return ServiceAccountCredentials.fromStream(new ByteArrayInputStream(json));
		}
		catch (IOException | IllegalArgumentException | ClassCastException ex) {
			throw invalid("is damaged: download a new key", ex);
		}
	}

	private byte[] bytes() {
		try {
			return Files.readAllBytes(this.path);
		}
		catch (NoSuchFileException ex) {
			throw invalid("does not exist: put the key there, or correct the setting", ex);
		}
		catch (IOException ex) {
			throw invalid("cannot be read: give the user %s read permission".formatted(System.getProperty("user.name")),
					ex);
		}
	}

	private GenericJson parse(byte[] json) {
		try {
			return GsonFactory.getDefaultInstance()
				.fromString(new String(json, StandardCharsets.UTF_8), GenericJson.class);
		}
		catch (IOException | IllegalArgumentException ex) {
			throw invalid("is not JSON: download the key of the service account again", ex);
		}
	}

	private InvalidDriveCredentialsException invalid(String reason, @Nullable Exception cause) {
		return new InvalidDriveCredentialsException(
				"The key file %s, which GDRIVE_CREDENTIALS names, %s.".formatted(this.path.toAbsolutePath(), reason),
				cause);
	}

}
