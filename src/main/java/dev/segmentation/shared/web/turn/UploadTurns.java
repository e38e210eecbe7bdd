package dev.segmentation.shared.web.turn;

import java.time.Duration;
import java.util.Optional;

import dev.segmentation.shared.CurrentAccount;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Lets a few files and long lists that have arrived be read at once, because each of them
 * needs a processor and a connection. The others wait on disk, and accounts take turns.
 */
@Component
public class UploadTurns {

	private static final Duration PATIENCE = Duration.ofMinutes(1);

	/** The other two thirds are for pages, single calls and downloads. */
	private static final int SHARE_OF_CONNECTIONS = 3;

	private final FairTurns turns;

	/**
	 * Creates turns.
	 * @param connections the size of the pool of connections
	 */
	public UploadTurns(@Value("${spring.datasource.hikari.maximum-pool-size}") int connections) {
		int turns = Math.max(1, connections / SHARE_OF_CONNECTIONS);
		this.turns = new FairTurns(turns, Math.max(1, turns - 1));
	}

	/**
	 * Waits for a turn. Meanwhile and afterwards, the current request has no
	 * {@link RequestTurn}.
	 * @return the turn; empty if others needed too long
	 */
	public Optional<Turn> take(CurrentAccount account) {
		RequestTurn.leaveCurrent();
		String client = String.valueOf(account.id());
		return this.turns.take(client, PATIENCE) ? Optional.of(new Turn(this.turns, client)) : Optional.empty();
	}

	/** A turn of an account. */
	public record Turn(FairTurns turns, String client) {

		/** Ends the turn, once. */
		public void end() {
			this.turns.giveBack(this.client);
		}

	}

}
