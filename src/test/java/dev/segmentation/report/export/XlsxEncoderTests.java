package dev.segmentation.report.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.segmentation.history.csv.CsvLayout;
import dev.segmentation.shared.csv.CsvStream;
import dev.segmentation.support.Unzipped;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class XlsxEncoderTests {

	@Test
	void continuesOnAnotherSheet() throws IOException {
		Map<String, String> sheets = sheets(10, 4);
		assertThat(sheets).hasSize(4);
		assertThat(sheets.values()).allMatch((sheet) -> sheet.contains("segment-name"));
		assertThat(sheets.values()).extracting((sheet) -> sheet.split("<row").length - 1).containsExactly(4, 4, 4, 2);
		assertThat(sheets.get("xl/worksheets/sheet4.xml")).contains("S9");
	}

	@Test
	void fillsTheLastSheetExactly() throws IOException {
		assertThat(sheets(9, 4)).hasSize(3);
		assertThat(sheets(0, 4)).hasSize(1);
		assertThat(sheets(5000, 1_048_576)).hasSize(1);
	}

	@Test
	void leavesOutWhatXmlCannotHave() throws IOException {
		Iterator<String> text = List.of("header\n", "1,\u0001x\u001f,added,2026-03-01 00:00:00\n").iterator();
		CsvStream csv = new CsvStream(new byte[0],
				() -> text.hasNext() ? text.next().getBytes(StandardCharsets.UTF_8) : null);
		assertThat(sheets(csv, 4).get("xl/worksheets/sheet1.xml")).contains(">x<").doesNotContain("\u0001", "&#");
	}

	@Test
	void keepsTextsThatLookLikeEscapes() throws IOException {
		Iterator<String> text = List.of("header\n", "1,a_x0041_b_x1,added,2026-03-01 00:00:00\n").iterator();
		CsvStream csv = new CsvStream(new byte[0],
				() -> text.hasNext() ? text.next().getBytes(StandardCharsets.UTF_8) : null);
		assertThat(sheets(csv, 4).get("xl/worksheets/sheet1.xml")).contains(">a_x005F_x0041_b_x1<");
	}

	private static Map<String, String> sheets(int lines, int maxRows) throws IOException {
		Iterator<String> text = Stream
			.concat(Stream.of("user-id,segment-name,type,date\n"),
					IntStream.range(0, lines).mapToObj("%1$d,S%1$d,added,2026-03-01 00:00:00\n"::formatted))
			.iterator();
		CsvStream csv = new CsvStream(new byte[0],
				() -> text.hasNext() ? text.next().getBytes(StandardCharsets.UTF_8) : null);
		Map<String, String> sheets = sheets(csv, maxRows);
		assertThat(csv.lines()).isEqualTo(lines);
		return sheets;
	}

	private static Map<String, String> sheets(CsvStream csv, int maxRows) throws IOException {
		byte[] file = new EncodedInput((out) -> new XlsxEncoder(csv, CsvLayout.PLAIN, out, maxRows)).readAllBytes();
		Map<String, String> sheets = Unzipped.parts(file);
		sheets.keySet().removeIf((name) -> !name.startsWith("xl/worksheets/sheet"));
		return sheets;
	}

}
