package dev.segmentation.shared.database;

/**
 * A disk on which the program writes.
 */
public interface Disk {

	/** Below this share, people are warned. */
	double LOW = 0.1;

	/** {@code data} or {@code temporary}. */
	String name();

	/** The free share, from 0 to 1. */
	double free();

	default boolean isLow() {
		return free() < LOW;
	}

}
