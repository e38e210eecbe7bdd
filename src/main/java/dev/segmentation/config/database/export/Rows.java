package dev.segmentation.config.database.export;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;

import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;
import org.postgresql.copy.CopyOut;

/**
 * The rows of a table in numbers, in any order.
 *
 * @param count the number of rows
 * @param hash the sum of the hashes of all rows
 */
record Rows(long count, long hash) {

	/** Copies all rows of a table, and returns what was read. */
	static Rows copy(Table table, Connection source, Connection target, Consumer<Rows> progress) throws SQLException {
		CopyIn copy = manager(target).copyIn(table.copyIn());
		try {
			Rows rows = read(table, source, (row) -> copy.writeToCopy(row, 0, row.length), progress);
			copy.endCopy();
			return rows;
		}
		finally {
			if (copy.isActive()) {
				copy.cancelCopy();
			}
		}
	}

	/** Reads all rows of a table. */
	static Rows read(Table table, Connection source, Consumer<Rows> progress) throws SQLException {
		return read(table, source, (row) -> {
		}, progress);
	}

	private static Rows read(Table table, Connection source, RowWriter writer, Consumer<Rows> progress)
			throws SQLException {
		MessageDigest digest = newDigest();
		CopyOut copy = manager(source).copyOut(table.copyOut());
		try {
			Rows rows = new Rows(0, 0);
			for (byte[] row = copy.readFromCopy(); row != null; row = copy.readFromCopy()) {
				writer.write(row);
				rows = new Rows(rows.count + 1, rows.hash + ByteBuffer.wrap(digest.digest(row)).getLong());
				progress.accept(rows);
			}
			return rows;
		}
		finally {
			if (copy.isActive()) {
				copy.cancelCopy();
			}
		}
	}

	private static CopyManager manager(Connection connection) throws SQLException {
		return connection.unwrap(PGConnection.class).getCopyAPI();
	}

	private static MessageDigest newDigest() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

	private interface RowWriter {

		void write(byte[] row) throws SQLException;

	}

}
