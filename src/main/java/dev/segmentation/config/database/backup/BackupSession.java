package dev.segmentation.config.database.backup;

import java.util.List;

import dev.segmentation.config.database.DatabaseWorkException;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The server's part of a backup: PostgreSQL's low-level API for backups. The server's
 * other way, the command BASE_BACKUP, is no alternative: the driver cannot read its
 * answer, and its data would pass through a connection although the files are on this
 * computer.
 * <p>
 * The backup and its replication slot belong to one connection, and end with it. The slot
 * keeps the log that the backup needs.
 */
final class BackupSession implements AutoCloseable {

	private final SingleConnectionDataSource connection;

	private final JdbcClient jdbc;

	private @Nullable String start;

	private BackupSession(SingleConnectionDataSource connection) {
		this.connection = connection;
		this.jdbc = JdbcClient.create(connection);
	}

	/**
	 * Connects to a server. The connection is none of the pool, which would keep it.
	 * @throws DatabaseWorkException if the server cannot be backed up
	 */
	static BackupSession open(JdbcConnectionDetails server) {
		BackupSession session = new BackupSession(new SingleConnectionDataSource(server.getJdbcUrl(),
				"" + server.getUsername(), "" + server.getPassword(), true));
		session.refuseUnsuitableServer();
		return session;
	}

	private void refuseUnsuitableServer() {
		if (!isTrue("current_setting('wal_level') <> 'minimal' AND current_setting('max_replication_slots') <> '0'")) {
			throw new DatabaseWorkException("The embedded database cannot be backed up: remove wal_level and"
					+ " max_replication_slots from its postgresql.conf, and restart it.");
		}
		if (isTrue("EXISTS (SELECT FROM pg_tablespace WHERE spcname NOT IN ('pg_default', 'pg_global'))")) {
			throw new DatabaseWorkException(
					"The embedded database has tablespaces, which a backup does not include: drop them.");
		}
	}

	private boolean isTrue(String condition) {
		return this.jdbc.sql("SELECT " + condition).query(Boolean.class).single();
	}

	/**
	 * Writes a checkpoint, at which recovery starts. From now on, the cluster's files can
	 * be copied.
	 */
	void start() {
		this.jdbc.sql("""
				SELECT pg_create_physical_replication_slot('segmentation_backup_' || pg_backend_pid(),
				                                           immediately_reserve => true, temporary => true)
				""").query().singleRow();
		this.start = this.jdbc.sql("SELECT pg_backup_start('segmentation', fast => true)").query(String.class).single();
	}

	/**
	 * Ends the copying of files. The log up to now belongs to the backup.
	 */
	End stop() {
		return this.jdbc.sql("""
				SELECT :start AS start, lsn AS stop, labelfile AS label
				FROM pg_backup_stop(wait_for_archive => false)
				""").param("start", this.start).query(End.class).single();
	}

	/** Names the files of the log that belong to the backup, oldest first. */
	List<String> logFiles(End end) {
		return this.jdbc.sql("""
				SELECT pg_walfile_name('0/0'::pg_lsn + number * size + 1)
				FROM (SELECT pg_size_bytes(current_setting('wal_segment_size'))::numeric AS size) AS segment,
				     generate_series(div(:start::pg_lsn - '0/0', size), div(:stop::pg_lsn - '0/0' - 1, size)) AS number
				ORDER BY number
				""").param("start", end.start).param("stop", end.stop).query(String.class).list();
	}

	String serverVersion() {
		return this.jdbc.sql("SHOW server_version").query(String.class).single();
	}

	@Override
	public void close() {
		this.connection.destroy();
	}

	/**
	 * The end of a backup.
	 *
	 * @param start the position in the log at which recovery starts
	 * @param stop the position at which the copy is consistent
	 * @param label the content of the file {@code backup_label}
	 */
	record End(String start, String stop, String label) {
	}

}
