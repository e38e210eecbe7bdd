package dev.segmentation.segment.web;

import org.jspecify.annotations.Nullable;

/**
 * The typed name that confirms a deletion.
 */
record DeleteSegmentForm(String name) {

	DeleteSegmentForm(@Nullable String name) {
		this.name = (name != null) ? name : "";
	}

	/**
	 * Whether the typed name is this name. Blanks around it are ignored, because they are
	 * invisible.
	 */
	boolean confirms(String name) {
		return ShownName.of(this.name).equals(ShownName.of(name));
	}

}
