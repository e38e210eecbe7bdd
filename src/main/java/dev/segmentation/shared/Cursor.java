package dev.segmentation.shared;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.zip.CRC32;

import dev.segmentation.shared.refusal.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * A position in a sorted list: the sort keys of one row, and the reading direction. Its
 * text is opaque and safe in URLs. A text that was changed or has another version is
 * refused.
 *
 * @param back whether to read the rows before the position, instead of those after it
 * @param keys the sort keys in the order of the sort columns; instants in microseconds
 */
public record Cursor(boolean back, List<String> keys) {

	private static final byte VERSION = 1;

	/** PostgreSQL cannot store this character, so no key contains it. */
	private static final String SEPARATOR = "\0";

	/**
	 * Returns the position after a row.
	 * @param keys the row's sort keys: instants, numbers or texts
	 */
	public static Cursor after(Object... keys) {
		return new Cursor(false, Arrays.stream(keys).map(Cursor::written).toList());
	}

	private static String written(Object key) {
		return (key instanceof Instant instant) ? String.valueOf(ChronoUnit.MICROS.between(Instant.EPOCH, instant))
				: key.toString();
	}

	/**
	 * Returns the same position with the other reading direction.
	 */
	public Cursor reversed() {
		return new Cursor(!this.back, this.keys);
	}

	/**
	 * Parses the result of {@link #text()}.
	 * @param text empty or {@code null} for the start of the list
	 * @return {@code null} for the start of the list
	 * @throws InvalidInputException when the text is invalid
	 */
	public static @Nullable Cursor parse(@Nullable String text) {
		if (text == null || text.isEmpty()) {
			return null;
		}
		ByteBuffer bytes = decoded(text);
		if (bytes.remaining() < Integer.BYTES + 2 || bytes.getInt() != checksum(bytes) || bytes.get() != VERSION) {
			throw new InvalidInputException();
		}
		boolean back = bytes.get() == 1;
		String keys = StandardCharsets.UTF_8.decode(bytes).toString();
		return new Cursor(back, List.of(keys.split(SEPARATOR, -1)));
	}

	private static ByteBuffer decoded(String text) {
		try {
			return ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidInputException();
		}
	}

	/**
	 * Returns the text for URLs.
	 */
	public String text() {
		byte[] joined = String.join(SEPARATOR, this.keys).getBytes(StandardCharsets.UTF_8);
		ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES + 2 + joined.length).position(Integer.BYTES);
		bytes.put(VERSION).put((byte) (this.back ? 1 : 0)).put(joined).position(Integer.BYTES);
		bytes.putInt(0, checksum(bytes));
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
	}

	private static int checksum(ByteBuffer bytes) {
		CRC32 checksum = new CRC32();
		checksum.update(bytes.duplicate());
		return (int) checksum.getValue();
	}

	/**
	 * Checks that the cursor belongs to a list.
	 * @param list the name of the list, which is the first key of its cursors
	 * @throws InvalidInputException when the cursor belongs to another list
	 */
	public void expect(String list) {
		if (!key(0).equals(list)) {
			throw new InvalidInputException();
		}
	}

	/**
	 * Returns a key as a text.
	 * @throws InvalidInputException when the cursor has no such key
	 */
	public String key(int position) {
		if (position >= this.keys.size()) {
			throw new InvalidInputException();
		}
		return this.keys.get(position);
	}

	/**
	 * Returns a key as a whole number.
	 * @throws InvalidInputException when the cursor has no such key
	 */
	public long number(int position) {
		try {
			return WholeNumber.parse(key(position));
		}
		catch (NumberFormatException ex) {
			throw new InvalidInputException();
		}
	}

	/**
	 * Returns a key as an instant.
	 * @throws InvalidInputException when the cursor has no such key
	 */
	public Instant instant(int position) {
		try {
			return Instant.EPOCH.plus(number(position), ChronoUnit.MICROS);
		}
		catch (DateTimeException | ArithmeticException ex) {
			throw new InvalidInputException();
		}
	}

	/**
	 * Returns the text for URLs.
	 */
	@Override
	public String toString() {
		return text();
	}

}
