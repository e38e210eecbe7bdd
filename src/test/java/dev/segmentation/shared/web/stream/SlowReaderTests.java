package dev.segmentation.shared.web.stream;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import dev.segmentation.support.Api;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.TestAccount;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * More clients that read a large list slowly than connections to the database. The list
 * is larger than all buffers between them.
 */
@HttpTest
class SlowReaderTests {

	private static final int READERS = 12;

	private static final int SEGMENTS = 20_000;

	@Autowired
	Api api;

	@Autowired
	TestDatabase database;

	@Autowired
	SpoolSpace space;

	private final List<Socket> readers = new ArrayList<>();

	@BeforeAll
	static void addSegments(@Autowired TestDatabase database) {
		database.jdbc()
			.sql("INSERT INTO segments (name) SELECT repeat('😀', 58) || n FROM generate_series(1, :segments) AS n")
			.param("segments", SEGMENTS)
			.update();
	}

	@BeforeEach
	void startToRead() throws IOException {
		for (int i = 0; i < READERS; i++) {
			this.readers.add(open("/api/v1/segments"));
		}
	}

	@AfterEach
	void disconnect() throws IOException {
		for (Socket reader : this.readers) {
			reader.close();
		}
	}

	@Test
	void getEverythingAndHoldNoConnection() throws IOException {
		awaitAnswers();
		assertThat(this.api.as(TestAccount.VIEWER).get("/users/active_segments?user_id=1").error())
			.isEqualTo("user does not exist");
		await().until(() -> usedConnections() == 0);
		String list = new String(this.readers.getLast().getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(list).endsWith("]}").satisfies((text) -> assertThat(text.split("\"id\"")).hasSize(SEGMENTS + 1));
	}

	@Test
	void leaveNothingBehind() throws IOException {
		awaitAnswers();
		assertThat(this.space.take(SpoolSpace.MAX_BYTES)).isFalse();
		disconnect();
		await().until(() -> usedConnections() == 0 && this.space.take(SpoolSpace.MAX_BYTES));
		this.space.giveBack(SpoolSpace.MAX_BYTES);
	}

	private void awaitAnswers() throws IOException {
		for (Socket reader : this.readers) {
			assertThat(reader.getInputStream().read()).isEqualTo('H');
		}
	}

	private long usedConnections() {
		return this.database.jdbc().sql("""
				SELECT count(*) FROM pg_stat_activity
				WHERE datname = current_database() AND state <> 'idle' AND pid <> pg_backend_pid()
				""").query(Long.class).single();
	}

	private Socket open(String path) throws IOException {
		URI root = URI.create(this.api.root());
		Socket reader = new Socket();
		reader.setReceiveBufferSize(4096);
		reader.connect(new InetSocketAddress(root.getHost(), root.getPort()));
		String request = "GET %s HTTP/1.0\r\nAuthorization: Bearer %s\r\n\r\n".formatted(path,
				this.api.as(TestAccount.VIEWER).token());
		reader.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
		return reader;
	}

}
