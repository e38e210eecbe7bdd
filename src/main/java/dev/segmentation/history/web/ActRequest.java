package dev.segmentation.history.web;

import java.util.Objects;

import dev.segmentation.history.OperationType;
import org.jspecify.annotations.Nullable;

/**
 * The users of an act that a page shows.
 *
 * @param segment the id of the segment; {@code null} for the largest change
 * @param type {@code deleted} for removed users; otherwise added users
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

	OperationType operationType() {
		return OperationType.DELETED.text().equals(this.type) ? OperationType.DELETED : OperationType.ADDED;
	}

	boolean wantsAllChanges() {
		return "all".equals(this.changes);
	}

}
