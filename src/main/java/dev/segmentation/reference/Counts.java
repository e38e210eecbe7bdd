package dev.segmentation.reference;

import java.util.Locale;

/**
 * The numbers of rows that are carried over.
 *
 * @param operations lines of the old history
 * @param missing lines that the old history lacks between two others
 * @param closing lines that make the history agree with the memberships
 */
record Counts(long users, long segments, long memberships, long operations, long missing, long closing) {

	@Override
	public String toString() {
		return String.format(Locale.ROOT, """
				%,d users, %,d segments, %,d memberships and %,d operations of the history. \
				The history gets %,d missing operations, and %,d that make it agree with the memberships.""",
				this.users, this.segments, this.memberships, this.operations, this.missing, this.closing);
	}

}
