package dev.segmentation.docker;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;

import dev.segmentation.support.Nginx;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class CertificateTests {

	@TempDir
	Path folder;

	@Test
	void isMadeForTheNameOfTheHost() throws Exception {
		Nginx.makeCertificate(this.folder);
		try (InputStream chain = Files.newInputStream(this.folder.resolve("fullchain.pem"))) {
			X509Certificate certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
				.generateCertificate(chain);
			assertThat(certificate.getSubjectAlternativeNames()).contains(List.of(2, "segmentation.example.com"));
		}
		assertThat(Files.getPosixFilePermissions(this.folder.resolve("privkey.pem")))
			.isEqualTo(PosixFilePermissions.fromString("rw-------"));
		assertThat(this.folder).isDirectoryNotContaining("glob:*.new");
	}

	@Test
	void isNeverReplaced() throws Exception {
		Files.writeString(this.folder.resolve("privkey.pem"), "a key");
		Nginx.makeCertificate(this.folder);
		assertThat(this.folder.resolve("privkey.pem")).hasContent("a key");
		assertThat(this.folder.resolve("fullchain.pem")).doesNotExist();
	}

}
