package dev.segmentation.report.web;

import dev.segmentation.history.csv.CsvLayout;
import org.jspecify.annotations.Nullable;

/**
 * How the file is to be laid out.
 *
 * @param separator what stands between the cells
 * @param mark whether it begins with a byte-order mark
 * @param detailed whether it says who changed what through what, too
 */
record CsvForm(Separator separator, Boolean mark, Boolean detailed) {

	CsvForm(@Nullable Separator separator, @Nullable Boolean mark, @Nullable Boolean detailed) {
		this.separator = (separator != null) ? separator : Separator.COMMA;
		this.mark = Boolean.TRUE.equals(mark);
		this.detailed = Boolean.TRUE.equals(detailed);
	}

	CsvLayout toLayout() {
		return new CsvLayout(this.separator.character, this.mark, this.detailed);
	}

	/**
	 * What stands between cells.
	 */
	enum Separator {

		COMMA(','), SEMICOLON(';'), TAB('\t');

		private final char character;

		Separator(char character) {
			this.character = character;
		}

		static Separator of(char character) {
			for (Separator separator : values()) {
				if (separator.character == character) {
					return separator;
				}
			}
			throw new IllegalArgumentException("No separator: " + character);
		}

	}

}
