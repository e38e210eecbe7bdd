package dev.segmentation.report;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

import dev.segmentation.history.HistoryFilter;
import dev.segmentation.history.Selection;
import dev.segmentation.history.csv.CsvColumn;
import dev.segmentation.history.csv.CsvLayout;
import dev.segmentation.history.csv.FileFormat;
import dev.segmentation.report.drive.DriveException.Problem;
import dev.segmentation.report.drive.DriveReaders;
import dev.segmentation.shared.ActKind;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Repository;

import static dev.segmentation.shared.database.SqlTime.instant;
import static dev.segmentation.shared.database.SqlTime.instantOrNull;

/**
 * Reads a report from its row, without its task.
 */
@Repository
class ReportMapper implements RowMapper<Report> {

	@Override
	public Report mapRow(ResultSet row, int number) throws SQLException {
		ReportFile file = file(row);
		return new Report(row.getLong("id"), row.getString("name"), row.getString("account"), content(row),
				(file == null) ? row.getObject("task_id", Long.class) : null, null, instant(row, "created_at"),
				instantOrNull(row, "expires_at"), file, drive(row), instantOrNull(row, "revoked_at"),
				row.getObject("replaced_by", Long.class), row.getObject("again_as", Long.class),
				row.getObject("link_of", Long.class), link(row), row.getBoolean("page"), row.getBoolean("locked"),
				instantOrNull(row, "first_end"), row.getLong("opened"), instantOrNull(row, "opened_at"),
				row.getBoolean("expired"));
	}

	private static @Nullable ReportFile file(ResultSet row) throws SQLException {
		Instant readyAt = instantOrNull(row, "ready_at");
		return (readyAt != null)
				? new ReportFile(readyAt, row.getLong("lines"), row.getLong("bytes"), row.getString("sha256")) : null;
	}

	private static DriveState drive(ResultSet row) throws SQLException {
		String problem = row.getString("drive_problem");
		return new DriveState(row.getString("drive_file_id"), row.getString("drive_link"), row.getBoolean("withdrawn"),
				(problem != null) ? Problem.valueOf(problem) : null);
	}

	private static LinkSettings link(ResultSet row) throws SQLException {
		return new LinkSettings(row.getString("title"), row.getString("recipient"),
				row.getObject("max_openings", Long.class));
	}

	private static NewReport content(ResultSet row) throws SQLException {
		Instant expiresAt = instantOrNull(row, "expires_at");
		Duration kept = (expiresAt != null) ? Duration.between(instant(row, "created_at"), expiresAt) : Duration.ZERO;
		return new NewReport(ReportPlace.valueOf(row.getString("place")), kept, row.getString("query"), filter(row),
				new CsvLayout(FileFormat.valueOf(row.getString("format")), row.getString("separator").charAt(0),
						row.getBoolean("byte_order_mark"), columns(row), row.getBoolean("for_spreadsheets"),
						row.getBoolean("raw"), ZoneId.of(row.getString("zone"))),
				readers(row));
	}

	private static @Nullable DriveReaders readers(ResultSet row) throws SQLException {
		String readers = row.getString("drive_readers");
		return (readers != null) ? DriveReaders.parse(readers).orElseThrow() : null;
	}

	private static List<CsvColumn> columns(ResultSet row) throws SQLException {
		Array columns = row.getArray("columns");
		if (columns == null) {
			return row.getBoolean("detailed") ? CsvLayout.DETAILED_COLUMNS : CsvLayout.API_COLUMNS;
		}
		return Stream.of((String[]) columns.getArray()).map(CsvColumn::valueOf).toList();
	}

	private static HistoryFilter filter(ResultSet row) throws SQLException {
		List<String> kinds = List.of((String[]) row.getArray("kinds").getArray());
		return new HistoryFilter(instant(row, "date_from"), instant(row, "date_to"), selection(row, "user_ids"),
				selection(row, "segment_ids"), ActKind.of(kinds), row.getObject("filter_account_id", Long.class),
				row.getString("filter_note"));
	}

	/** An empty array stands for all. */
	private static Selection selection(ResultSet row, String column) throws SQLException {
		Long[] ids = (Long[]) row.getArray(column).getArray();
		return (ids.length == 0) ? Selection.all() : Selection.only(List.of(ids));
	}

}
