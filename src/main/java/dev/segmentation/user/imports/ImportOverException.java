package dev.segmentation.user.imports;

import dev.segmentation.shared.ConflictException;

/**
 * Somebody else has confirmed or discarded the import meanwhile.
 */
public class ImportOverException extends ConflictException {

	public ImportOverException() {
		super("import is over");
	}

}
