package dev.segmentation.user.imports;

import dev.segmentation.shared.NotFoundException;

/**
 * No import has this id.
 */
public class ImportNotFoundException extends NotFoundException {

	public ImportNotFoundException() {
		super("import does not exist");
	}

}
