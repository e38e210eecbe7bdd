package dev.segmentation.segment.web;

import org.jspecify.annotations.Nullable;

/**
 * The name that is typed to confirm a deletion.
 */
record DeleteSegmentForm(String name) {

	DeleteSegmentForm(@Nullable String name) {
		this.name = (name != null) ? name : "";
	}

	/**
	 * Whether it is this name; blanks around it, which nobody sees, do not count.
	 */
	boolean confirms(String name) {
		return this.name.strip().equals(name.strip());
	}

}
