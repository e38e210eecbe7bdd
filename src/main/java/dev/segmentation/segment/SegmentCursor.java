package dev.segmentation.segment;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * A place in a sorted list of segments, written as text for an address.
 *
 * @param key what the list is sorted by
 * @param id the segment's id, which tells equal keys apart
 * @param backwards whether the page before this place is meant, not the one after
 */
public record SegmentCursor(String key, long id, boolean backwards) {

	private static final String AFTER = "a";

	private static final String BEFORE = "b";

	/**
	 * Reads a place; what is no place is none.
	 */
	public static Optional<SegmentCursor> parse(String text) {
		try {
			String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(":", 3);
			return (parts.length == 3 && parts[2].indexOf('\0') < 0)
					? Optional.of(new SegmentCursor(parts[2], Long.parseLong(parts[1]), BEFORE.equals(parts[0])))
					: Optional.empty();
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	@Override
	public String toString() {
		String text = (this.backwards ? BEFORE : AFTER) + ":" + this.id + ":" + this.key;
		return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
	}

}
