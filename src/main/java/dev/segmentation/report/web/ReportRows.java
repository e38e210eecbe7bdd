package dev.segmentation.report.web;

import java.time.Instant;
import java.util.List;

import dev.segmentation.history.HistoryFilter;
import dev.segmentation.history.HistoryFilterForm;
import dev.segmentation.report.Report;
import dev.segmentation.report.ReportLinks;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * Adds the filters and the absolute link to reports. The link depends on the address by
 * which the user reached the application.
 */
@Component
class ReportRows {

	private final ReportLinks links;

	ReportRows(ReportLinks links) {
		this.links = links;
	}

	Row of(Report report) {
		String link = this.links.of(report);
		HistoryFilter filter = report.content().filter();
		return new Row(report, query(report.content().query()), (link != null) ? absolute(link) : null,
				filter.from().equals(HistoryFilter.BEGINNING) ? null : filter.from(),
				filter.to().equals(HistoryFilter.END) ? null : filter.to());
	}

	private static String absolute(String link) {
		return link.startsWith("/") ? ServletUriComponentsBuilder.fromCurrentContextPath().path(link).toUriString()
				: link;
	}

	private static HistoryFilterForm query(String address) {
		MultiValueMap<String, String> params = UriComponentsBuilder.fromUriString(address).build().getQueryParams();
		return new HistoryFilterForm(first(params, "month"), first(params, "from"), first(params, "to"),
				first(params, "users"), first(params, "segment"),
				params.getOrDefault("cause", List.of()).stream().map(ReportRows::decoded).toList(),
				first(params, "account"), first(params, "during"), null);
	}

	private static @Nullable String first(MultiValueMap<String, String> params, String name) {
		String value = params.getFirst(name);
		return (value != null) ? decoded(value) : null;
	}

	private static String decoded(String value) {
		return UriUtils.decode(value.replace("+", "%20"), java.nio.charset.StandardCharsets.UTF_8);
	}

	/**
	 * A report with its filters and its link.
	 *
	 * @param query the filters
	 * @param link {@code null} when the report is not ready or is not shared by link
	 * @param from the start of the period (inclusive); {@code null} for no start
	 * @param to the end of the period (exclusive); {@code null} for no end
	 */
	record Row(Report report, HistoryFilterForm query, @Nullable String link, @Nullable Instant from,
			@Nullable Instant to) {
	}

}
