package dev.segmentation.user.imports;

/**
 * The progress of an import.
 */
public enum ImportState {

	/** The file is stored, and its dry run has not ended. */
	UPLOADED,

	/** The dry run has ended, and no account has confirmed the import. */
	CHECKED,

	/** The import is confirmed and has not ended. */
	STARTED,

	/** Each line is imported or rejected. */
	DONE,

	/** The import was discarded, or its lines were deleted before it ended. */
	DISCARDED

}
