package dev.segmentation.user.imports;

/**
 * How far an import has come.
 */
public enum ImportState {

	/** The file is here, the dry run is not over. */
	UPLOADED,

	/** The dry run has said what would happen; nobody has confirmed it. */
	CHECKED,

	/** Confirmed, but not yet done. */
	STARTED,

	/** All lines are in, or rejected. */
	DONE,

	/** Nobody wanted it, or what was left of it. */
	DISCARDED

}
