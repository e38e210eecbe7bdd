package dev.segmentation.user.imports;

import java.io.IOException;
import java.io.InputStream;

import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.user.imports.InvalidImportFileException.Problem;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes files in, whole or not at all.
 */
@Component
class ImportUploads {

	private final ImportRepository imports;

	private final ImportLineRepository lines;

	private final RowRules rules;

	private final int maxRows;

	ImportUploads(ImportRepository imports, ImportLineRepository lines, RowRules rules, ImportProperties properties) {
		this.imports = imports;
		this.lines = lines;
		this.rules = rules;
		this.maxRows = properties.maxRows();
	}

	/**
	 * Copies a file in.
	 * @return the import's id
	 */
	@Transactional(rollbackFor = IOException.class)
	public long upload(String fileName, InputStream content, CurrentAccount by) throws IOException {
		ImportFile file = new ImportFile(content, this.rules);
		long id = this.imports.insert(fileName, file.header(), by.id());
		long rows = this.lines.copy(id, file, this.maxRows);
		if (rows == 0) {
			throw new InvalidImportFileException(Problem.NO_ROWS);
		}
		this.imports.updateRows(id, rows);
		return id;
	}

}
