package dev.segmentation.reference;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

import org.springframework.stereotype.Repository;

/**
 * Reads the database of the reference service.
 */
@Repository
class SourceRepository {

	private final ReferenceProperties properties;

	SourceRepository(ReferenceProperties properties) {
		this.properties = properties;
	}

	/**
	 * Copies the rows of all tables, as they are at one moment.
	 * @param sinks opens the destination of a table's rows, which are in the text format
	 * of COPY
	 * @throws ReferenceImportException if the database cannot be read
	 * @throws IOException if a destination fails
	 */
	void read(ImportOptions options, Sinks sinks) throws IOException {
		try (Connection connection = connect(options.url())) {
			CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
			for (SourceTable table : SourceTable.values()) {
				try (OutputStream sink = sinks.open(table)) {
					copies.copyOut(table.copyOut(options.zone()), sink);
				}
			}
		}
		catch (SQLException ex) {
			throw new ReferenceImportException("The database %s cannot be read as that of the reference service (%s)."
				.formatted(options.shownUrl(), firstLine(ex)), ex);
		}
	}

	private Connection connect(String url) throws SQLException {
		Properties login = new Properties();
		put(login, "user", this.properties.username());
		put(login, "password", this.properties.password());
		Connection connection = DriverManager.getConnection(url, login);
		connection.setReadOnly(true);
		connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
		connection.setAutoCommit(false);
		return connection;
	}

	private static void put(Properties login, String name, String value) {
		if (!value.isEmpty()) {
			login.setProperty(name, value);
		}
	}

	private static String firstLine(SQLException ex) {
		return ("" + ex.getMessage()).lines().findFirst().orElse("").replaceFirst("\\.$", "");
	}

	/** Opens the destination of a table's rows. */
	interface Sinks {

		OutputStream open(SourceTable table) throws IOException;

	}

}
