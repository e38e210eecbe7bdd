package dev.segmentation.report;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

import dev.segmentation.shared.Background;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The files of reports in our database, as compressed pieces. Only one piece of a file is
 * in memory, and a slow download keeps no connection.
 */
@Repository
class ReportFileRepository {

	private static final int PIECE_BYTES = 256 * 1024;

	private static final int BUFFER_BYTES = 16 * 1024;

	private final JdbcClient jdbc;

	private final JdbcClient background;

	/** Without the reader's transaction, the connection goes back after each piece. */
	private final TransactionTemplate withoutTransaction;

	ReportFileRepository(JdbcClient jdbc, @Background JdbcTemplate background,
			PlatformTransactionManager transactions) {
		this.jdbc = jdbc;
		this.background = JdbcClient.create(background);
		this.withoutTransaction = new TransactionTemplate(transactions);
		this.withoutTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
	}

	/**
	 * Saves a file, piece by piece. A background connection commits each piece, since the
	 * caller's connection is busy with reading the report. An older file of the report
	 * must have been deleted.
	 * @throws CancellationException when the run is no longer the report's newest one
	 */
	void save(ReportRun run, InputStream content) {
		OutputStream pieces = new BufferedOutputStream(new PieceOutput(run), PIECE_BYTES);
		try (OutputStream out = new GZIPOutputStream(pieces, BUFFER_BYTES)) {
			content.transferTo(out);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Opens a file. Reading it fails when the file is deleted meanwhile.
	 */
	InputStream open(long reportId) throws IOException {
		return new GZIPInputStream(new SequenceInputStream(new PieceInputs(reportId)), BUFFER_BYTES);
	}

	void delete(long reportId) {
		this.jdbc.sql("DELETE FROM report_pieces WHERE report_id = :report").param("report", reportId).update();
	}

	/**
	 * Deletes the pieces that a run has saved, unless a newer run has already done so.
	 */
	void delete(ReportRun run) {
		this.jdbc.sql("""
				DELETE FROM report_pieces
				WHERE report_id = (SELECT id FROM reports WHERE id = :report AND run = :run)
				""").param("report", run.reportId()).param("run", run.number()).update();
	}

	/**
	 * Deletes the files of reports that expired or were revoked, and of reports that
	 * failed at least a day ago.
	 */
	void deleteObsolete() {
		this.jdbc.sql("""
				DELETE FROM report_pieces
				WHERE report_id IN (SELECT id FROM reports AS r
				    WHERE r.expires_at <= now() OR r.revoked_at IS NOT NULL
				       OR (r.ready_at IS NULL AND r.created_at < now() - interval '1 day'
				           AND NOT EXISTS (SELECT FROM tasks AS t WHERE t.id = r.task_id AND t.state = 'RUNNING')))
				""").update();
	}

	/** The lock lets a newer run start only before or after the piece is saved. */
	private void insert(ReportRun run, int number, byte[] content) {
		Integer saved = this.withoutTransaction.execute((status) -> this.background.sql("""
				INSERT INTO report_pieces (report_id, number, content)
				SELECT id, :number, :content FROM reports WHERE id = :report AND run = :run FOR SHARE
				""")
			.param("report", run.reportId())
			.param("run", run.number())
			.param("number", number)
			.param("content", content)
			.update());
		if (saved == 0) {
			throw new CancellationException("Another run has replaced this one.");
		}
	}

	private Optional<byte[]> find(long reportId, int number) {
		return this.jdbc.sql("SELECT content FROM report_pieces WHERE report_id = :report AND number = :number")
			.param("report", reportId)
			.param("number", number)
			.query(byte[].class)
			.optional();
	}

	/** Stores each write as a piece. */
	private final class PieceOutput extends OutputStream {

		private final ReportRun run;

		private int number;

		private PieceOutput(ReportRun run) {
			this.run = run;
		}

		@Override
		public void write(int value) {
			write(new byte[] { (byte) value }, 0, 1);
		}

		@Override
		public void write(byte[] bytes, int offset, int length) {
			insert(this.run, this.number++, Arrays.copyOfRange(bytes, offset, offset + length));
		}

	}

	/** Loads each piece when the one before has been read. */
	private final class PieceInputs implements Enumeration<InputStream> {

		private final long reportId;

		private int number;

		private Optional<byte[]> next = Optional.empty();

		private PieceInputs(long reportId) {
			this.reportId = reportId;
		}

		@Override
		public boolean hasMoreElements() {
			this.next = find(this.reportId, this.number);
			return this.next.isPresent();
		}

		@Override
		public InputStream nextElement() {
			this.number++;
			return new ByteArrayInputStream(this.next.orElseThrow());
		}

	}

}
