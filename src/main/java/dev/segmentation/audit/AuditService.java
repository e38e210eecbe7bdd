package dev.segmentation.audit;

import java.time.Duration;

import dev.segmentation.shared.Cursor;
import dev.segmentation.shared.Page;
import dev.segmentation.shared.csv.CsvReader;
import dev.segmentation.shared.database.ReadOnly;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lists the audit, newest first.
 */
@Service
public class AuditService {

	private final AuditSearchRepository events;

	private final AuditCsvRepository csv;

	private final AuditProperties properties;

	AuditService(AuditSearchRepository events, AuditCsvRepository csv, AuditProperties properties) {
		this.events = events;
		this.csv = csv;
		this.properties = properties;
	}

	/**
	 * Returns how long events are kept.
	 */
	public Duration kept() {
		return this.properties.keep();
	}

	/**
	 * Finds a page of events.
	 * @param cursor {@code null} for the newest events
	 */
	@ReadOnly
	public Page<AuditEvent> page(AuditFilter filter, @Nullable Cursor cursor, int size) {
		return Page.read(cursor, size, (event) -> Cursor.after(event.at(), event.id()),
				(from, limit) -> this.events.find(filter, from, limit));
	}

	/**
	 * Passes all events as CSV to a reader while the database sends them, newest first.
	 * Opens its own transaction, which fails if the reader stops before the end.
	 */
	@Transactional(readOnly = true, propagation = Propagation.REQUIRES_NEW)
	public void readCsv(AuditFilter filter, CsvReader reader) {
		this.csv.read(filter, reader);
	}

}
