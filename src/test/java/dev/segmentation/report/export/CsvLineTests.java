package dev.segmentation.report.export;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CsvLineTests {

	@Test
	void isSplitIntoCells() {
		assertThat(CsvLine.cells("1,BETA,added,2026-03-01 00:00:00\n")).containsExactly("1", "BETA", "added",
				"2026-03-01 00:00:00");
		assertThat(CsvLine.cells(",,\n")).isEqualTo(List.of("", "", ""));
		assertThat(CsvLine.cells("\"\",x,\"\"\n")).isEqualTo(List.of("", "x", ""));
		assertThat(CsvLine.cells("\n")).isEqualTo(List.of(""));
		assertThat(CsvLine.cells("x\n")).containsExactly("x");
	}

	@Test
	void mayHaveQuotesDelimitersAndLineBreaks() {
		assertThat(CsvLine.cells("\"a,b\",\"\"\"q\"\"\",\"x\ny\",\"\"\"\"\n")).containsExactly("a,b", "\"q\"", "x\ny",
				"\"");
		assertThat(CsvLine.cells("\"last\"\n")).containsExactly("last");
	}

}
