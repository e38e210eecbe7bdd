package dev.segmentation.audit;

import java.nio.charset.StandardCharsets;

import dev.segmentation.shared.csv.CsvCopy;
import dev.segmentation.shared.csv.CsvReader;

import org.springframework.stereotype.Repository;

@Repository
class AuditCsvRepository {

	private static final String COPY = """
			COPY (SELECT date_trunc('second', at AT TIME ZONE 'UTC') AS "time (UTC yyyy-mm-dd hh:mm:ss)", kind AS event,
			             spreadsheet_cell(login) AS account, spreadsheet_cell(subject) AS subject,
			             spreadsheet_cell(detail) AS detail, spreadsheet_cell(address) AS address,
			             spreadsheet_cell(device) AS device
			      FROM audit_events WHERE %s ORDER BY %s)
			TO STDOUT WITH (FORMAT csv, HEADER, ENCODING 'UTF8')
			""";

	/** Excel needs it to detect UTF-8. */
	private static final byte[] BYTE_ORDER_MARK = "\uFEFF".getBytes(StandardCharsets.UTF_8);

	private final CsvCopy copy;

	AuditCsvRepository(CsvCopy copy) {
		this.copy = copy;
	}

	/**
	 * Passes all events to a reader, newest first.
	 */
	void read(AuditFilter filter, CsvReader reader) {
		String condition = AuditCondition.of(filter).withLiterals(this.copy::literal);
		this.copy.read(COPY.formatted(condition, AuditSearchRepository.NEWEST.order(null)), BYTE_ORDER_MARK, reader);
	}

}
