package dev.segmentation.shared.web;

import java.util.List;

import dev.segmentation.support.Api;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.KeptConnection;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that a client pays for its mistakes with an answer, and not with a connection.
 */
@HttpTest
class OpenConnectionTests {

	@Autowired
	Api api;

	@Test
	void staysOpenAfterARefusal() {
		try (KeptConnection connection = KeptConnection.to(this.api)) {
			for (int i = 0; i < 3; i++) {
				List<String> answer = connection.head("/api/v1/users/refresh");
				assertThat(answer).first().asString().startsWith("HTTP/1.1 400");
				assertThat(answer).doesNotContain("Connection: close");
			}
			assertThat(connection.head("/ping")).first().asString().startsWith("HTTP/1.1 200");
		}
	}

	@Test
	void isClosedAfterARequestThatCannotBeParsed() {
		try (KeptConnection connection = KeptConnection.to(this.api)) {
			List<String> answer = connection.head("/{");
			assertThat(answer).first().asString().startsWith("HTTP/1.1 400");
			assertThat(answer).contains("Connection: close");
		}
	}

}
