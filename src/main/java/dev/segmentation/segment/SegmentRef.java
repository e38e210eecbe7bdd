package dev.segmentation.segment;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.segmentation.shared.TypedReference;
import org.jspecify.annotations.Nullable;

/**
 * A reference to a segment: {@code id:3} or {@code name:BETA}.
 *
 * @param id {@code null} for a reference by name
 * @param name {@code null} for a reference by id
 */
public record SegmentRef(@Nullable Long id, @Nullable String name) {

	private static final List<String> KEYS = List.of("id", "name");

	/**
	 * Reads a text, a number or an object with one key.
	 * @throws dev.segmentation.shared.InvalidReferenceException when it is no reference
	 */
	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public static SegmentRef read(Object json) {
		TypedReference reference = TypedReference.read(json, KEYS);
		return reference.key().equals("id") ? new SegmentRef(Long.valueOf(reference.value()), null)
				: new SegmentRef(null, reference.value());
	}

	/**
	 * Reads a part of a path.
	 * @throws dev.segmentation.shared.InvalidReferenceException when it is no reference
	 */
	public static SegmentRef of(String text) {
		return read(text);
	}

	/**
	 * Refers to a segment by its id.
	 */
	public static SegmentRef ofId(long id) {
		return new SegmentRef(id, null);
	}

	@Override
	public String toString() {
		return (this.id != null) ? "id:" + this.id : "name:" + this.name;
	}

}
