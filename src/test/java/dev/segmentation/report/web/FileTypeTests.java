package dev.segmentation.report.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

import javax.xml.parsers.DocumentBuilderFactory;

import dev.segmentation.support.HttpTest;
import dev.segmentation.support.Pages;
import dev.segmentation.support.RecordedAct;
import dev.segmentation.support.TestDatabase;
import dev.segmentation.support.Unzipped;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Files that are not CSV.
 */
@HttpTest
class FileTypeTests {

	private static final String FILE = "/reports/history.csv?month=2026-03&zone=Europe/Moscow&preset=CUSTOM"
			+ "&column=USER_ID,SEGMENT_NAME,TYPE,DATE,NOTE&format=";

	private static final List<String> NAMES = List.of("PLAIN", "=1+1", "a,b \"c\"", "<&>", "line\nbreak",
			"\u0421\u043a\u0438\u0434\u043a\u0430 \ud83d\ude00", "007", "1e5", "'x", " lead", "\\x01 \\. \\N");

	@Autowired
	Pages editor;

	@BeforeAll
	static void addActs(@Autowired TestDatabase database) {
		for (int i = 0; i < NAMES.size(); i++) {
			RecordedAct
				.at(database.jdbc(), "2026-03-01T00:%02d:00.5Z".formatted(i), "page", 2L, (i == 0) ? "-note" : null)
				.added(i + 1, NAMES.get(i), i + 1);
		}
	}

	@Test
	void areCompressedCsv() throws IOException {
		HttpResponse<byte[]> file = this.editor.download(FILE + "GZIP");
		assertHeaders(file, "history_2026-03_Europe-Moscow.csv.gz", "application/gzip");
		assertThat(new String(new GZIPInputStream(new ByteArrayInputStream(file.body())).readAllBytes(),
				StandardCharsets.UTF_8))
			.isEqualTo(this.editor.get(FILE + "CSV").body());
		assertThat(this.editor.download(FILE + "GZIP", "Accept-Encoding", "gzip").headers().map())
			.doesNotContainKey("Content-Encoding");
	}

	@Test
	void areLinesOfJson() {
		HttpResponse<byte[]> file = this.editor.download(FILE + "NDJSON");
		assertHeaders(file, "history_2026-03_Europe-Moscow.ndjson", "application/x-ndjson;charset=UTF-8");
		List<JsonNode> lines = new String(file.body(), StandardCharsets.UTF_8).lines()
			.map((line) -> JsonMapper.shared().readTree(line))
			.toList();
		assertThat(lines).extracting((line) -> line.get("segment_name").asString()).isEqualTo(NAMES);
		assertThat(lines.getFirst().toString())
			.isEqualTo("{\"user_id\":1,\"segment_name\":\"PLAIN\",\"type\":\"added\","
					+ "\"date\":\"2026-03-01T00:00:00.500000Z\",\"note\":\"-note\"}");
		assertThat(lines.get(1).get("note").isNull()).isTrue();
	}

	@Test
	void areWorkbooksWithTextsNumbersAndDates() throws Exception {
		HttpResponse<byte[]> file = this.editor.download(FILE + "XLSX");
		assertHeaders(file, "history_2026-03_Europe-Moscow.xlsx",
				"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
		List<List<Element>> rows = rows(part(file.body(), "xl/worksheets/sheet1.xml"));
		assertThat(rows.getFirst()).extracting(Element::getTextContent)
			.containsExactly("user-id", "segment-name", "type", "date_Europe/Moscow", "note");
		assertThat(rows.subList(1, rows.size())).extracting((row) -> row.get(1).getTextContent()).isEqualTo(NAMES);
		assertThat(rows.subList(1, rows.size())).extracting((row) -> row.get(1).getAttribute("t"))
			.containsOnly("inlineStr");
		List<Element> first = rows.get(1);
		assertThat(first.get(0).getTextContent()).isEqualTo("1");
		assertThat(first.get(0).getAttribute("t")).isEqualTo("n");
		assertThat(first.get(4).getTextContent()).isEqualTo("-note");
		// 2026-03-01 is day 46082 of Excel, and Moscow is three hours ahead.
		assertThat(Double.parseDouble(first.get(3).getTextContent())).isBetween(46082.1249, 46082.1251);
		assertThat(first.get(3).getAttribute("s")).isNotEmpty();
		assertThat(part(file.body(), "xl/styles.xml").getElementsByTagName("numFmt")
			.item(0)
			.getAttributes()
			.getNamedItem("formatCode")
			.getNodeValue()).isEqualTo("yyyy-mm-dd hh:mm:ss");
	}

	@Test
	void areFilesOfReports() {
		for (String format : List.of("GZIP", "XLSX", "NDJSON")) {
			String page = this.editor
				.post("/reports",
						Map.of("month", "2026-03", "zone", "Europe/Moscow", "place", "FILE", "format", format))
				.headers()
				.firstValue("Location")
				.orElseThrow();
			await().until(() -> this.editor.get(page + "/file").statusCode() == 200);
			byte[] file = this.editor.download(page + "/file").body();
			assertThat(file).hasSizeGreaterThan(20);
			assertThat(this.editor.get(page).body()).contains(">" + NAMES.size() + "<");
		}
	}

	@Test
	void areEmptyWithoutLines() throws Exception {
		String none = FILE.replace("2026-03", "2020-01");
		assertThat(this.editor.download(none + "NDJSON").body()).isEmpty();
		assertThat(rows(part(this.editor.download(none + "XLSX").body(), "xl/worksheets/sheet1.xml"))).hasSize(1);
	}

	private static void assertHeaders(HttpResponse<byte[]> file, String name, String type) {
		assertThat(file.statusCode()).isEqualTo(200);
		assertThat(file.headers().firstValue("Content-Disposition"))
			.contains("attachment; filename=\"%s\"".formatted(name));
		assertThat(file.headers().firstValue("Content-Type")).contains(type);
	}

	private static Document part(byte[] file, String name) throws Exception {
		return DocumentBuilderFactory.newInstance()
			.newDocumentBuilder()
			.parse(new ByteArrayInputStream(
					Objects.requireNonNull(Unzipped.parts(file).get(name)).getBytes(StandardCharsets.UTF_8)));
	}

	private static List<List<Element>> rows(Document sheet) {
		return elements(sheet.getElementsByTagName("row")).stream()
			.map((row) -> elements(row.getElementsByTagName("c")))
			.toList();
	}

	private static List<Element> elements(NodeList nodes) {
		List<Element> elements = new ArrayList<>();
		for (int i = 0; i < nodes.getLength(); i++) {
			elements.add((Element) nodes.item(i));
		}
		return elements;
	}

}
