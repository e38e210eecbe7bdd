package dev.segmentation.user.imports.web;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.web.turn.FairTurns;
import dev.segmentation.shared.web.turn.RequestTurn;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Lets a few files be read at once, because each needs a processor and a connection. The
 * others wait, and accounts take turns.
 */
@Component
class UploadTurns {

	private static final Duration PATIENCE = Duration.ofMinutes(1);

	/** The other two thirds are for pages, single calls and downloads. */
	private static final int SHARE_OF_CONNECTIONS = 3;

	private final FairTurns turns;

	UploadTurns(@Value("${spring.datasource.hikari.maximum-pool-size}") int connections) {
		int turns = Math.max(1, connections / SHARE_OF_CONNECTIONS);
		this.turns = new FairTurns(turns, Math.max(1, turns - 1));
	}

	/**
	 * Reads a file.
	 * @return the result; empty if others needed too long
	 */
	<T> Optional<T> during(CurrentAccount account, Upload<T> upload) throws IOException {
		RequestTurn.leaveCurrent();
		String client = String.valueOf(account.id());
		if (!this.turns.take(client, PATIENCE)) {
			return Optional.empty();
		}
		try {
			return Optional.of(upload.read());
		}
		finally {
			this.turns.giveBack(client);
		}
	}

	/** Reads a file. */
	@FunctionalInterface
	interface Upload<T> {

		T read() throws IOException;

	}

}
