package dev.segmentation.report.drive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import com.google.auth.oauth2.ServiceAccountCredentials;
import dev.segmentation.support.drive.FakeDrive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class KeyFileTests {

	@TempDir
	Path folder;

	@Test
	void readsTheKeyOfAServiceAccount() throws IOException {
		ServiceAccountCredentials credentials = read(key().toString());
		assertThat(credentials.getClientEmail()).isEqualTo("reports@local.iam.gserviceaccount.com");
		assertThat(credentials.getTokenServerUri()).hasHost("127.0.0.1");
	}

	@Test
	void reportsAMissingFile() {
		assertInvalid(this.folder.resolve("nowhere.json"), "does not exist: put the key there, or correct the setting");
	}

	@Test
	void reportsAnUnreadableFile() {
		assertInvalid(this.folder,
				"cannot be read: give the user %s read permission".formatted(System.getProperty("user.name")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "-----BEGIN PRIVATE KEY-----", "{type}", "<?xml version=\"1.0\"?>", "[]", "\"text\"",
			"\0" })
	void reportsAFileThatIsNotJson(String text) throws IOException {
		assertInvalid(write(text), "is not JSON: download the key of the service account again");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"type\": 1}", "{\"type\": \"authorized_user\", \"client_id\": \"1\"}",
			"{\"installed\": {\"client_id\": \"1\", \"client_secret\": \"2\"}}" })
	void reportsAKeyOfAnotherType(String text) throws IOException {
		assertInvalid(write(text), "is not the key of a service account: download the right key");
	}

	@ParameterizedTest
	@ValueSource(strings = { "client_email", "client_id", "private_key", "private_key_id" })
	void reportsAMissingField(String field) throws IOException {
		ObjectNode key = key();
		key.remove(field);
		assertInvalid(write(key.toString()), "is damaged: download a new key");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "secret", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n",
			"-----BEGIN PRIVATE KEY-----\n!!!\n-----END PRIVATE KEY-----\n" })
	void reportsAMalformedPrivateKey(String secret) throws IOException {
		assertInvalid(write(key().put("private_key", secret).toString()), "is damaged: download a new key");
	}

	@Test
	void reportsADamagedFile() throws IOException {
		assertInvalid(write(key().put("client_id", 1).toString()), "is damaged: download a new key");
		assertInvalid(write("{\"type\": \"service_account\""), "is damaged: download a new key");
		assertInvalid(write(key().put("token_uri", "not an address").toString()), "is damaged: download a new key");
	}

	private static ObjectNode key() {
		try (FakeDrive drive = FakeDrive.start()) {
			return drive.key().toJson(drive.tokenUrl());
		}
	}

	private Path write(String text) throws IOException {
		return Files.writeString(this.folder.resolve("key.json"), text);
	}

	private ServiceAccountCredentials read(String text) throws IOException {
		return new KeyFile(write(text)).read();
	}

	private static void assertInvalid(Path file, String reason) {
		assertThatExceptionOfType(InvalidDriveCredentialsException.class).isThrownBy(() -> new KeyFile(file).read())
			.withMessage("The key file %s, which GDRIVE_CREDENTIALS names, %s.", file, reason);
	}

}
