package dev.segmentation.report.web;

import java.net.http.HttpResponse;
import java.util.Map;

import dev.segmentation.support.HttpTest;
import dev.segmentation.support.Pages;
import dev.segmentation.support.RecordedAct;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Downloads of prepared files that continue where they broke off.
 */
@HttpTest
class ResumedDownloadTests {

	private static final String WHOLE = "user-id,segment-name,type,date_utc\n1,BETA,added,2026-03-01 00:00:00\n";

	@Autowired
	TestDatabase database;

	@Autowired
	Pages editor;

	private String file = "";

	@BeforeEach
	void prepare() {
		if (this.database.jdbc().sql("SELECT count(*) FROM operations").query(Long.class).single() == 0) {
			RecordedAct.at(this.database.jdbc(), "2026-03-01T00:00:00Z", "page", 2L, null).added(5, "BETA", 1);
		}
		this.file = this.editor.post("/reports", Map.of("month", "2026-03", "zone", "UTC", "place", "FILE"))
			.headers()
			.firstValue("Location")
			.orElseThrow() + "/file";
		await().until(() -> this.editor.get(this.file).statusCode() == 200);
	}

	@Test
	void offerTheWholeFileAndItsParts() {
		HttpResponse<String> whole = this.editor.get(this.file);
		assertThat(whole.body()).isEqualTo(WHOLE);
		assertThat(header(whole, "Accept-Ranges")).isEqualTo("bytes");
		assertThat(header(whole, "ETag")).matches("\"[0-9-]+\"");
		assertThat(header(whole, "Content-Length")).isEqualTo("" + WHOLE.length());
		HttpResponse<String> head = this.editor.head(this.file);
		assertThat(head.statusCode()).isEqualTo(200);
		assertThat(head.headers().map()).containsEntry("ETag", whole.headers().allValues("ETag"))
			.containsEntry("Content-Length", whole.headers().allValues("Content-Length"));
	}

	@ParameterizedTest
	@CsvSource({ "bytes=0-6, 0, 6", "bytes=7-, 7, 67", "bytes=-5, 63, 67", "bytes=63-1000, 63, 67",
			"bytes=-1000, 0, 67", "bytes=67-67, 67, 67" })
	void sendParts(String range, int first, int last) {
		HttpResponse<String> part = this.editor.get(this.file, "Range", range);
		assertThat(WHOLE).hasSize(68);
		assertThat(part.body()).isEqualTo(WHOLE.substring(first, last + 1));
		boolean all = first == 0 && last == 67;
		assertThat(part.statusCode()).isEqualTo(all ? 200 : 206);
		assertThat(part.headers().firstValue("Content-Range").orElse("bytes 0-67/68"))
			.isEqualTo("bytes %d-%d/68".formatted(first, last));
		assertThat(header(part, "Content-Length")).isEqualTo("" + (last - first + 1));
	}

	@ParameterizedTest
	@ValueSource(strings = { "bytes=0-1,5-6", "bytes=6-5", "bytes=x", "lines=1-2", "bytes=", "0-5" })
	void sendTheWholeFileForOtherRanges(String range) {
		HttpResponse<String> answer = this.editor.get(this.file, "Range", range);
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.body()).isEqualTo(WHOLE);
	}

	@Test
	void refuseARangeBehindTheEnd() {
		HttpResponse<String> answer = this.editor.get(this.file, "Range", "bytes=68-");
		assertThat(answer.statusCode()).isEqualTo(416);
		assertThat(header(answer, "Content-Range")).isEqualTo("bytes */68");
	}

	@Test
	void continueOnlyTheSameFile() {
		String etag = header(this.editor.get(this.file), "ETag");
		assertThat(this.editor.get(this.file, "Range", "bytes=63-", "If-Range", etag).body())
			.isEqualTo(WHOLE.substring(63));
		HttpResponse<String> changed = this.editor.get(this.file, "Range", "bytes=63-", "If-Range", "\"other\"");
		assertThat(changed.statusCode()).isEqualTo(200);
		assertThat(changed.body()).isEqualTo(WHOLE);
		prepare();
		assertThat(header(this.editor.get(this.file), "ETag")).isNotEqualTo(etag);
	}

	private static String header(HttpResponse<?> answer, String name) {
		return answer.headers().firstValue(name).orElse("");
	}

}
