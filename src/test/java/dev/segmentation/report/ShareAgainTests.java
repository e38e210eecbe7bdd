package dev.segmentation.report;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import dev.segmentation.history.HistoryFilter;
import dev.segmentation.history.csv.CsvLayout;
import dev.segmentation.report.opening.LinkOpeningService;
import dev.segmentation.support.Accounts;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.Pages;
import dev.segmentation.support.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Sharing a report again from several tabs: at most one link of a report works.
 */
@HttpTest
class ShareAgainTests {

	private static final Map<String, String> RENEW = Map.of("way", "RENEW");

	private static final String STALE = "Nothing was changed: the report has ended or was shared again";

	@Autowired
	TestDatabase database;

	@Autowired
	ReportService reports;

	@Autowired
	LinkOpeningService openings;

	@Autowired
	Pages editor;

	private Report report;

	@BeforeEach
	void share() {
		this.report = share(null);
	}

	@Test
	void makesOneNewLinkFromSeveralTabs() throws InterruptedException {
		assertThat(this.editor.get(again()).body()).contains("New link with the current history");
		try (ExecutorService tabs = Executors.newVirtualThreadPerTaskExecutor()) {
			Callable<String> tab = () -> location(this.editor.post(again(), RENEW));
			List<String> locations = tabs.invokeAll(Collections.nCopies(5, tab))
				.stream()
				.map((answer) -> answer.resultNow())
				.toList();
			assertThat(locations).filteredOn((location) -> !location.equals(this.report.url())).hasSize(1);
		}
		await().until(() -> this.reports.get(this.report.id()).state() == ReportState.REPLACED);
		assertThat(live()).isOne();
		assertStale(this.editor.post(again(), RENEW), "Another report has taken its place", "id=\"replacement\"");
		assertThat(live()).isOne();
	}

	@Test
	void extendsNoReplacedLink() {
		location(this.editor.post(again(), RENEW));
		await().until(() -> this.reports.get(this.report.id()).state() == ReportState.REPLACED);
		assertStale(this.editor.post(again(), Map.of("way", "EXTEND", "by", "1d")), "id=\"replacement\"");
		assertStale(this.editor.get(again()), "id=\"replacement\"");
		assertThat(live()).isOne();
	}

	@Test
	void renewsNoRevokedLink() {
		this.reports.revoke(this.report.id(), Accounts.EDITOR);
		assertStale(this.editor.post(again(), RENEW), "The report was revoked on");
		assertThat(live()).isZero();
	}

	@Test
	void makesOneLinkAfterTheEndOfTheOldOne() {
		this.reports.revoke(this.report.id(), Accounts.EDITOR);
		String first = location(this.editor.post(again(), Map.of()));
		assertThat(first).isNotEqualTo(this.report.url());
		assertStale(this.editor.post(again(), Map.of()), "The report was revoked on", "href=\"" + first + "\"");
		await().until(() -> live() == 1);
		this.editor.post(first + "/revoke", Map.of());
		assertThat(location(this.editor.post(again(), Map.of()))).isNotIn(first, this.report.url());
		await().until(() -> live() == 1);
	}

	@Test
	void replacesALinkWithoutOpeningsLeft() {
		this.reports.revoke(this.report.id(), Accounts.EDITOR);
		this.report = share(1L);
		this.openings.open(this.report.id(), UUID.randomUUID(), "198.51.100.7", null);
		assertThat(this.editor.get(again()).body())
			.contains("All openings of this link are used", "New link with the current history")
			.doesNotContain("Extend this link");
		assertThat(this.editor.post(again(), Map.of()).statusCode()).isEqualTo(422);
		location(this.editor.post(again(), RENEW));
		await().until(() -> this.reports.get(this.report.id()).state() == ReportState.REPLACED);
		location(this.editor.post(this.report.url() + "/link", Map.of("most", "5")));
		assertThat(live()).isOne();
	}

	private void assertStale(HttpResponse<String> answer, String... texts) {
		assertThat(location(answer)).isEqualTo(this.report.url());
		assertThat(this.editor.get(this.report.url()).body()).contains(STALE).contains(texts);
	}

	private Report share(@Nullable Long most) {
		NewReport request = new NewReport(ReportPlace.LINK, Duration.ofDays(7), "", HistoryFilter.all(),
				CsvLayout.PLAIN);
		long id = this.reports.start(request, new LinkSettings(null, null, most), null, Accounts.EDITOR).id();
		await().until(() -> this.reports.get(id).isReady());
		return this.reports.get(id);
	}

	private String again() {
		return this.report.url() + "/again";
	}

	private static String location(HttpResponse<String> answer) {
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
		return answer.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
	}

	/** Other tests of this class leave links with smaller ids. */
	private long live() {
		return this.database.jdbc()
			.sql("SELECT count(*) FROM reports WHERE revoked_at IS NULL AND ready_at IS NOT NULL AND id >= :id")
			.param("id", this.report.id())
			.query(Long.class)
			.single();
	}

}
