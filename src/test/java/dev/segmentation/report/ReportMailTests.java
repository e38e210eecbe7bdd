package dev.segmentation.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

import dev.segmentation.history.HistoryFilter;
import dev.segmentation.history.csv.CsvLayout;
import dev.segmentation.support.Accounts;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.MailServer;
import dev.segmentation.support.Pages;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Mails to the author of a report that is ready.
 */
@HttpTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReportMailTests {

	private static final MailServer server = start();

	@Autowired
	TestDatabase database;

	@Autowired
	ReportService reports;

	@Autowired
	Reports list;

	@Autowired
	RecurringReportsJob job;

	@Autowired
	Pages editor;

	private Report report;

	@DynamicPropertySource
	static void settings(DynamicPropertyRegistry registry) {
		registry.add("spring.mail.host", () -> "localhost");
		registry.add("spring.mail.port", server::port);
	}

	private static MailServer start() {
		try {
			return new MailServer();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@BeforeEach
	void prepare() {
		sql("UPDATE accounts SET email = 'anna@example.com' WHERE login = 'editor'");
		NewReport request = new NewReport(ReportPlace.FILE, Duration.ofDays(7), "", HistoryFilter.all(),
				CsvLayout.PLAIN);
		long id = this.reports.start(request, Accounts.EDITOR).id();
		await().until(() -> this.reports.get(id).isReady());
		this.report = this.reports.get(id);
	}

	@Test
	@Order(1)
	void mailsTheOwnerOfARecurringReport() throws InterruptedException {
		assertThat(this.editor.get(this.report.url() + "/repeat").body()).contains("Mail me when a report is ready");
		location(this.editor.post(this.report.url() + "/repeat", Map.of("mail", "true")));
		Report next = runOnce();
		assertThat(server.take()).contains("RCPT TO:<anna@example.com>", "Subject: Your report is ready", next.url())
			.doesNotContain("user-id", "attachment");
		await().until(() -> this.editor.get(next.url()).body().contains("The author got a mail"));
	}

	@Test
	@Order(2)
	void mailsTheAuthorWhoAsksForIt() throws InterruptedException {
		sql("UPDATE reports SET ready_at = NULL WHERE id = " + this.report.id());
		assertThat(this.editor.get(this.report.url()).body()).contains("id=\"mail\"");
		location(this.editor.post(this.report.url() + "/mail", Map.of()));
		assertThat(this.editor.get(this.report.url()).body()).contains("The author gets a mail")
			.doesNotContain("id=\"mail\"");
		sql("UPDATE tasks SET state = 'INTERRUPTED'");
		location(this.editor.post(this.report.url() + "/again", Map.of()));
		assertThat(server.take()).contains(this.report.url());
	}

	@Test
	@Order(3)
	void showsThatAMailFailed() throws IOException {
		server.close();
		Report next = runOnce();
		await().until(() -> this.editor.get(next.url()).body().contains("couldn’t be sent"));
		assertThat(this.editor.get(next.url() + "/file").statusCode()).isEqualTo(200);
	}

	@Test
	@Order(4)
	void offersNothingWithoutAnAddress() {
		sql("UPDATE accounts SET email = NULL WHERE login = 'editor'");
		assertThat(this.editor.get(this.report.url() + "/repeat").body()).doesNotContain("Mail me");
	}

	private Report runOnce() {
		long before = newest().id();
		sql("UPDATE recurring_reports SET next_at = now()");
		this.job.run();
		await().until(() -> newest().id() != before && newest().isReady());
		return newest();
	}

	private Report newest() {
		return this.list.list(ReportListFilter.ALL, null, 1).items().getFirst();
	}

	private void sql(String sql) {
		this.database.jdbc().sql(sql).update();
	}

	private static void location(HttpResponse<String> answer) {
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
	}

}
