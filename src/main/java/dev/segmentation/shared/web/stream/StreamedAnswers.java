package dev.segmentation.shared.web.stream;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.time.Duration;

import dev.segmentation.shared.refusal.BusyException;
import dev.segmentation.shared.web.turn.RequestTurn;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Sends long answers while they are read from the database. The database sends at its own
 * pace, and what a slow client has not read yet waits on disk. So an answer needs a
 * connection only for the time of its query, and most connections stay free for pages and
 * single calls.
 */
@Component
public class StreamedAnswers {

	private static final Logger logger = LoggerFactory.getLogger(StreamedAnswers.class);

	/** Clients and proxies usually wait longer for the first byte. */
	private static final Duration PATIENCE = Duration.ofSeconds(30);

	/** The other two thirds are for tasks, pages and single calls. */
	private static final int SHARE_OF_CONNECTIONS = 3;

	private final SpoolSpace space;

	private final ReadTurns turns;

	private final StreamLimit limit;

	StreamedAnswers(SpoolSpace space, StreamLimit limit,
			@Value("${spring.datasource.hikari.maximum-pool-size}") int connections) {
		this.space = space;
		this.limit = limit;
		this.turns = new ReadTurns(Math.max(1, connections / SHARE_OF_CONNECTIONS), PATIENCE);
	}

	/**
	 * Sends an answer. It breaks off if its source fails.
	 * @param headers sets the headers, which are sent before the source is read
	 * @param source writes the answer, and has no connection before and after that
	 * @throws BusyException when too many answers are being read, the account has too
	 * many, or clients have left too much unread; nothing has been sent then
	 */
	public void send(HttpServletResponse response, Runnable headers, Source source) throws IOException {
		RequestTurn.leaveCurrent();
		this.limit.begin();
		try (Spool spool = open(); ReadTurns.Turn turn = this.turns.take().orElseThrow(StreamedAnswers::busy)) {
			headers.run();
			// Saves the browser's session too, which would need a second connection
			// while the source is read.
			response.flushBuffer();
			send(spool, response.getOutputStream(), source, turn);
		}
	}

	private Spool open() {
		try {
			return Spool.open(this.space);
		}
		catch (IOException ex) {
			logger.warn("A download was refused: {}", ex.getMessage());
			throw busy();
		}
	}

	private static BusyException busy() {
		return new BusyException("streams.busy", "too many downloads at once");
	}

	private static void send(Spool spool, OutputStream client, Source source, ReadTurns.Turn turn) throws IOException {
		Thread sender = Thread.startVirtualThread(() -> spool.sendTo(client));
		try {
			read(source, spool);
		}
		finally {
			turn.close();
			join(sender);
			// A disconnected client is the cause of other failures.
			spool.requireClient();
		}
	}

	private static void read(Source source, Spool spool) throws IOException {
		boolean complete = false;
		try {
			OutputStream out = new BufferedOutputStream(spool, SpoolSpace.PIECE_BYTES);
			source.writeTo(out);
			out.flush();
			complete = true;
		}
		finally {
			spool.end(complete);
		}
	}

	private static void join(Thread sender) throws IOException {
		try {
			sender.join();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new InterruptedIOException();
		}
	}

	/**
	 * The content of an answer.
	 */
	@FunctionalInterface
	public interface Source {

		/** Writes all of it, and does not close the stream. */
		void writeTo(OutputStream out) throws IOException;

	}

}
