package dev.segmentation.report;

import org.jspecify.annotations.Nullable;

/**
 * What people chose for a report and its link.
 *
 * @param title the name of the report for people; {@code null} for the name of its file
 * @param recipient the person who gets it, for example Anna at Partner
 * @param maxOpenings how often the link can be opened; {@code null} for any number
 */
public record LinkSettings(@Nullable String title, @Nullable String recipient, @Nullable Long maxOpenings) {

	/** The settings when nothing was chosen. */
	public static final LinkSettings NONE = new LinkSettings(null, null, null);

}
