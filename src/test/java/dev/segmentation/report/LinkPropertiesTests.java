package dev.segmentation.report;

import java.time.Duration;

import dev.segmentation.history.HistoryFilter;
import dev.segmentation.history.csv.CsvLayout;
import dev.segmentation.support.Accounts;
import dev.segmentation.support.Api;
import dev.segmentation.support.ChangedSettingsTest;
import dev.segmentation.support.Pages;
import dev.segmentation.support.TestAccount;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The settings of links: the name of the product, and whether viewers see links.
 */
@ChangedSettingsTest
class LinkPropertiesTests {

	@Autowired
	Api api;

	@Autowired
	ReportService reports;

	@Autowired
	ReportLinks links;

	@Test
	void namesTheProductAndShowsLinksToViewers() {
		NewReport request = new NewReport(ReportPlace.LINK, Duration.ofDays(7), "", HistoryFilter.all(),
				CsvLayout.PLAIN);
		long id = this.reports.start(request, Accounts.EDITOR).id();
		await().until(() -> this.reports.get(id).isReady());
		String path = this.links.path(this.reports.get(id));
		assertThat(new Pages(this.api).get(path).body()).contains("Acme Segments").doesNotContain("User Segmentation");
		Pages viewer = new Pages(this.api).signIn(TestAccount.VIEWER);
		assertThat(viewer.get("/reports").body()).contains(path, "data-copy");
		assertThat(viewer.get("/reports/" + id).body()).contains(path).doesNotContain("/revoke");
	}

}
