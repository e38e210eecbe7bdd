package dev.segmentation.reference;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;

import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * Copies the tables of the reference service to temporary tables, which last as long as
 * the transaction.
 */
@Repository
class StagingRepository {

	private static final int BUFFER = 1 << 16;

	private final SourceRepository source;

	private final JdbcTemplate template;

	StagingRepository(SourceRepository source, JdbcTemplate template) {
		this.source = source;
		this.template = template;
	}

	/**
	 * Copies all rows. No row stays in memory.
	 */
	void copy(ImportOptions options, Consumer<String> progress) {
		this.template.execute("SET LOCAL work_mem = '64MB'");
		for (SourceTable table : SourceTable.values()) {
			this.template.execute(table.create());
		}
		this.template.execute((ConnectionCallback<Boolean>) (connection) -> {
			copy(options, connection, progress);
			return true;
		});
		for (SourceTable table : SourceTable.values()) {
			this.template.execute(table.analyze());
		}
	}

	private void copy(ImportOptions options, Connection target, Consumer<String> progress) {
		try {
			this.source.read(options, (table) -> new CountedRows(open(target, table), table, progress));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static OutputStream open(Connection target, SourceTable table) throws IOException {
		try {
			return new PGCopyOutputStream(target.unwrap(PGConnection.class), table.copyIn(), BUFFER);
		}
		catch (SQLException ex) {
			throw new IOException(ex);
		}
	}

}
