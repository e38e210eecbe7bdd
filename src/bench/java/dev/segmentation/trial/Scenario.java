package dev.segmentation.trial;

import java.nio.file.Path;

/**
 * One story with an end that is good or bad.
 */
public interface Scenario {

	/** The name to use in {@code SCENARIO=}. */
	String name();

	/**
	 * Plays the story.
	 * @param folder an empty folder, which is deleted afterwards
	 * @return the figures for the report
	 * @throws SkippedException if this machine can't play it
	 * @throws Exception if the end is bad
	 */
	String run(Path folder) throws Exception;

}
