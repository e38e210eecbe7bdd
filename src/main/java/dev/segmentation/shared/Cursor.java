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

import org.jspecify.annotations.Nullable;

/**
 * A position in a sorted list: the sort keys of one row, and the direction to read from
 * there. Its text is opaque and safe in URLs. A text that was changed, or that another
 * version wrote, is refused.
 *
 * @param back whether the rows before the position are wanted, instead of those after it
 * @param keys the sort keys in the order of the sort columns; instants in microseconds
 */
public record Cursor(boolean back, List<String> keys) {

	private static final byte VERSION = 1;

	/** PostgreSQL stores no text with this character, so no key contains it. */
	private static final String SEPARATOR = "\0";

	/**
	 * The position behind a row.
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
	 * The same position, read in the other direction.
	 */
	public Cursor reversed() {
		return new Cursor(!this.back, this.keys);
	}

	/**
	 * Reads what {@link #text()} has written.
	 * @param text empty or {@code null} for the start of the list
	 * @return {@code null} for the start of the list
	 * @throws InvalidInputException when it is anything else
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
	 * The cursor as URLs carry it.
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
	 * Refuses the cursor of another list.
	 * @param list the name of this list, its cursors' first key
	 * @throws InvalidInputException when the first key is another one
	 */
	public void expect(String list) {
		if (!key(0).equals(list)) {
			throw new InvalidInputException();
		}
	}

	/**
	 * A key that is a text.
	 */
	public String key(int position) {
		if (position >= this.keys.size()) {
			throw new InvalidInputException();
		}
		return this.keys.get(position);
	}

	/**
	 * A key that is a whole number.
	 */
	public long number(int position) {
		try {
			return Long.parseLong(key(position));
		}
		catch (NumberFormatException ex) {
			throw new InvalidInputException();
		}
	}

	/**
	 * A key that is an instant.
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
	 * The cursor as URLs carry it.
	 */
	@Override
	public String toString() {
		return text();
	}

}
