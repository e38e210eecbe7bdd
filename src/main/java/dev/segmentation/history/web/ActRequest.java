package dev.segmentation.history.web;

import java.util.Arrays;
import java.util.Objects;

import dev.segmentation.history.act.ActChangeType;
import org.jspecify.annotations.Nullable;

/**
 * The users of an act that a page shows.
 *
 * @param segment the id of the segment; {@code null} for the largest change
 * @param type {@code deleted} for removed users, {@code ends} for changed ends; otherwise
 * added users
 * @param changes {@code all} to list all changes of the act
 * @param at the cursor of the page
 */
record ActRequest(@Nullable Long segment, String type, String changes, String at) {

	ActRequest(@Nullable Long segment, @Nullable String type, @Nullable String changes, @Nullable String at) {
		this.segment = segment;
		this.type = Objects.requireNonNullElse(type, "");
		this.changes = Objects.requireNonNullElse(changes, "");
		this.at = Objects.requireNonNullElse(at, "");
	}

	ActChangeType changeType() {
		return Arrays.stream(ActChangeType.values())
			.filter((each) -> each.text().equals(this.type))
			.findFirst()
			.orElse(ActChangeType.ADDED);
	}

	boolean wantsAllChanges() {
		return "all".equals(this.changes);
	}

}
