package dev.segmentation.report.web;

import java.util.List;

import dev.segmentation.history.csv.CsvColumn;
import dev.segmentation.history.csv.CsvLayout;

/**
 * The sets of columns that a file can have.
 */
enum ColumnPreset {

	/** The columns of the JSON API. */
	API(CsvLayout.API_COLUMNS),

	/** Users by the ids that the partner knows, and no personal data. */
	PARTNER(List.of(CsvColumn.EXTERNAL_ID, CsvColumn.SEGMENT_NAME, CsvColumn.TYPE, CsvColumn.DATE)),

	FULL(List.of(CsvColumn.values())),

	/** The columns that the reader chooses. */
	CUSTOM(List.of());

	private final List<CsvColumn> columns;

	ColumnPreset(List<CsvColumn> columns) {
		this.columns = columns;
	}

	List<CsvColumn> columns() {
		return this.columns;
	}

}
