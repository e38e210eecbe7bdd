package dev.segmentation.dashboard;

import java.util.stream.Stream;

/**
 * What a new installation has done so far.
 *
 * @param users whether there are users
 * @param segment whether there is a segment
 * @param program whether a program has a token or has signed in
 * @param recent whether the application was installed within the last 14 days
 */
public record FirstSteps(boolean users, boolean segment, boolean program, boolean recent) {

	/**
	 * Returns the number of steps that are done, at most three.
	 */
	public long done() {
		return Stream.of(this.users, this.segment, this.program).filter(Boolean::booleanValue).count();
	}

	/**
	 * Whether the dashboard still shows them.
	 */
	public boolean isShown() {
		return this.recent && done() < 3;
	}

}
