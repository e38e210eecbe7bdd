package dev.segmentation.user.imports;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.Consumer;

import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.Cursor;
import dev.segmentation.shared.Page;
import dev.segmentation.shared.refusal.ConflictException;
import dev.segmentation.shared.refusal.NotFoundException;
import dev.segmentation.user.imports.InvalidImportFileException.Problem;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Imports of users: stores the uploaded file, shows its dry run and its result. The dry
 * run and the import are {@link ImportTasks}.
 */
@Service
public class ImportService {

	private final ImportRepository imports;

	private final ImportLineRepository lines;

	private final RowRules rules;

	private final int maxRows;

	ImportService(ImportRepository imports, ImportLineRepository lines, RowRules rules, ImportProperties properties) {
		this.imports = imports;
		this.lines = lines;
		this.rules = rules;
		this.maxRows = properties.maxRows();
	}

	/**
	 * Stores a file as a whole, or nothing of it.
	 * @return the import's id
	 * @throws InvalidImportFileException when the file is not a list of users
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

	/**
	 * Discards an import that is not confirmed.
	 * @throws NotFoundException when there is no such import
	 * @throws ConflictException when it is confirmed, or discarded already
	 */
	public void discard(long id) {
		get(id);
		if (!this.imports.discard(id)) {
			throw UserImport.over();
		}
	}

	/**
	 * Finds an import.
	 * @throws NotFoundException when there is no such import
	 */
	public UserImport get(long id) {
		return this.imports.find(id).orElseThrow(UserImport::notFound);
	}

	/**
	 * A page of the imports, newest first.
	 * @param cursor where the page begins; {@code null} for the first page
	 */
	public Page<UserImport> list(@Nullable Cursor cursor, int size) {
		return Page.read(cursor, size, ImportRepository::cursor, this.imports::findNewest);
	}

	/**
	 * A few lines of each kind that the dry run found, in the order of the file.
	 */
	public List<ImportLine> examples(long id) {
		return this.lines.findExamples(id);
	}

	/**
	 * The first rejected lines.
	 */
	public List<ImportLine> rejected(long id, int limit) {
		return this.lines.findRejected(id, limit);
	}

	/**
	 * The layout of the uploaded file.
	 */
	public ImportLayout layout(long id) {
		return this.imports.layout(id);
	}

	/**
	 * Passes all rejected lines to the consumer, one by one as the database sends them.
	 */
	@Transactional(readOnly = true)
	public void forEachRejected(long id, Consumer<ImportLine> consumer) {
		this.lines.forEachRejected(id, consumer);
	}

}
