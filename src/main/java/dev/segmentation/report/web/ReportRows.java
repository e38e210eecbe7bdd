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
 * Shows reports with their filters and their whole links, which depend on the address
 * that the reader has come by.
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
		return new Row(report, query(report.content().query()), (link != null) ? whole(link) : null,
				filter.from().equals(HistoryFilter.BEGINNING) ? null : filter.from(),
				filter.to().equals(HistoryFilter.END) ? null : filter.to());
	}

	private static String whole(String link) {
		return link.startsWith("/") ? ServletUriComponentsBuilder.fromCurrentContextPath().path(link).toUriString()
				: link;
	}

	private static HistoryFilterForm query(String address) {
		MultiValueMap<String, String> params = UriComponentsBuilder.fromUriString(address).build().getQueryParams();
		return new HistoryFilterForm(first(params, "month"), first(params, "from"), first(params, "to"),
				first(params, "users"), first(params, "segment"),
				params.getOrDefault("cause", List.of()).stream().map(ReportRows::decoded).toList(),
				first(params, "account"), null);
	}

	private static @Nullable String first(MultiValueMap<String, String> params, String name) {
		String value = params.getFirst(name);
		return (value != null) ? decoded(value) : null;
	}

	private static String decoded(String value) {
		return UriUtils.decode(value.replace("+", "%20"), java.nio.charset.StandardCharsets.UTF_8);
	}

	/**
	 * A report.
	 *
	 * @param query its filters
	 * @param link {@code null} when it has none, or none any more
	 * @param from the first instant of its history; {@code null} for the beginning
	 * @param to the instant behind the last; {@code null} when it has no end
	 */
	record Row(Report report, HistoryFilterForm query, @Nullable String link, @Nullable Instant from,
			@Nullable Instant to) {
	}

}
