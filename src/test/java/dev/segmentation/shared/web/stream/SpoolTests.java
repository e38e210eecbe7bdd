package dev.segmentation.shared.web.stream;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Random;
import java.util.concurrent.FutureTask;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

/**
 * Writers that are faster or slower than the client.
 */
class SpoolTests {

	private static final int PIECES = 20;

	private final SpoolSpace space = new SpoolSpace();

	private final ByteArrayOutputStream received = new ByteArrayOutputStream();

	private final byte[] content = new byte[PIECES * SpoolSpace.PIECE_BYTES + 1];

	SpoolTests() {
		new Random(1).nextBytes(this.content);
	}

	@Test
	void takesEverythingBeforeTheClientReads() throws Exception {
		try (Spool spool = Spool.open(this.space)) {
			spool.write(this.content);
			spool.end(true);
			spool.sendTo(this.received);
			assertThat(this.received.toByteArray()).isEqualTo(this.content);
		}
	}

	@Test
	void waitsForTheClientWhenNoSpaceIsLeft() throws Exception {
		this.space.take(SpoolSpace.MAX_BYTES - 2 * SpoolSpace.PIECE_BYTES);
		try (Spool spool = Spool.open(this.space)) {
			FutureTask<Void> writing = new FutureTask<>(() -> writeAll(spool), null);
			Thread writer = Thread.startVirtualThread(writing);
			while (writer.getState() != Thread.State.WAITING) {
				Thread.onSpinWait();
			}
			assertThat(writing.isDone()).isFalse();
			spool.sendTo(this.received);
			writing.get();
			assertThat(this.received.toByteArray()).isEqualTo(this.content);
		}
	}

	@Test
	void needsLittleSpaceForAFastClient() throws Exception {
		try (Spool spool = Spool.open(this.space)) {
			Thread sender = Thread.startVirtualThread(() -> spool.sendTo(this.received));
			spool.write(this.content, 0, 10);
			while (sender.getState() != Thread.State.WAITING || this.received.size() < 10) {
				Thread.onSpinWait();
			}
			spool.write(this.content, 10, SpoolSpace.PIECE_BYTES);
			assertThat(this.space.take(SpoolSpace.MAX_BYTES - SpoolSpace.PIECE_BYTES)).isTrue();
			spool.end(true);
			sender.join();
		}
	}

	@Test
	void refusesBytesForAClientThatHasDisconnected() throws Exception {
		this.space.take(SpoolSpace.MAX_BYTES - SpoolSpace.PIECE_BYTES);
		try (Spool spool = Spool.open(this.space)) {
			spool.write(this.content, 0, 10);
			Thread.startVirtualThread(() -> spool.sendTo(new Disconnected()));
			assertThatIOException().isThrownBy(() -> spool.write(this.content)).withMessage("disconnected");
			assertThatIOException().isThrownBy(spool::requireClient).withMessage("disconnected");
		}
	}

	@Test
	void sendsNothingMoreAfterAFailure() throws Exception {
		try (Spool spool = Spool.open(this.space)) {
			spool.write(this.content);
			spool.end(false);
			spool.sendTo(this.received);
			assertThat(this.received.size()).isZero();
		}
	}

	@Test
	void returnsItsSpace() throws Exception {
		try (Spool spool = Spool.open(this.space)) {
			spool.write(this.content);
			assertThat(this.space.take(SpoolSpace.MAX_BYTES - this.content.length)).isFalse();
		}
		assertThat(this.space.take(SpoolSpace.MAX_BYTES)).isTrue();
		assertThatIOException().isThrownBy(() -> Spool.open(this.space));
	}

	private void writeAll(Spool spool) {
		try {
			spool.write(this.content);
			spool.end(true);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static final class Disconnected extends OutputStream {

		@Override
		public void write(int value) throws IOException {
			throw new IOException("disconnected");
		}

	}

}
