package dev.segmentation.report.web;

import java.time.Instant;

import dev.segmentation.history.HistoryFilter;
import dev.segmentation.history.HistoryFilterForm;
import dev.segmentation.report.Report;
import dev.segmentation.report.ReportLinks;
import dev.segmentation.report.ReportProperties;
import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.Role;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Adds the filters and the absolute link to reports. The link depends on the address by
 * which the user reached the application. Viewers get the links of others only if a
 * setting allows it.
 */
@Component
class ReportRows {

	private final ReportLinks links;

	private final boolean viewerLinks;

	ReportRows(ReportLinks links, ReportProperties properties) {
		this.links = links;
		this.viewerLinks = properties.viewerLinks();
	}

	Row of(Report report, CurrentAccount reader) {
		boolean visible = reader.may(Role.EDITOR) || this.viewerLinks || report.isOf(reader);
		String link = visible ? this.links.of(report) : null;
		HistoryFilter filter = report.content().filter();
		return new Row(report, HistoryFilterForm.ofUrl(report.content().query()),
				(link != null) ? absolute(link) : null,
				filter.from().equals(HistoryFilter.BEGINNING) ? null : filter.from(),
				filter.to().equals(HistoryFilter.END) ? null : filter.to());
	}

	private static String absolute(String link) {
		return link.startsWith("/") ? ServletUriComponentsBuilder.fromCurrentContextPath().toUriString() + link : link;
	}

	/**
	 * A report with its filters and its link.
	 *
	 * @param query the filters
	 * @param link {@code null} when the report is not ready, is not shared by link, or is
	 * hidden from the reader
	 * @param from the start of the period (inclusive); {@code null} for no start
	 * @param to the end of the period (exclusive); {@code null} for no end
	 */
	record Row(Report report, HistoryFilterForm query, @Nullable String link, @Nullable Instant from,
			@Nullable Instant to) {
	}

}
