package dev.segmentation.history.line;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;

import dev.segmentation.shared.refusal.InvalidInputException;

/**
 * The position after a line of the history, in version 1 of the JSON API. New lines do
 * not move it.
 */
public record HistoryCursor(Instant date, long operationId, long userId) {

	private static final int BYTES = 3 * Long.BYTES;

	static HistoryCursor after(HistoryLine line) {
		return new HistoryCursor(line.date(), line.operationId(), line.userId());
	}

	/**
	 * Parses the result of {@link #text()}.
	 * @throws InvalidInputException when the text is invalid
	 */
	public static HistoryCursor parse(String text) {
		try {
			ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
			if (bytes.remaining() != BYTES) {
				throw new InvalidInputException();
			}
			Instant date = Instant.EPOCH.plus(bytes.getLong(), ChronoUnit.MICROS);
			return new HistoryCursor(date, bytes.getLong(), bytes.getLong());
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidInputException();
		}
	}

	/**
	 * Returns the opaque text for clients.
	 */
	public String text() {
		ByteBuffer bytes = ByteBuffer.allocate(BYTES)
			.putLong(ChronoUnit.MICROS.between(Instant.EPOCH, this.date))
			.putLong(this.operationId)
			.putLong(this.userId);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
	}

}
