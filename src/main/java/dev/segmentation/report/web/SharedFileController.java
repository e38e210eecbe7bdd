package dev.segmentation.report.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

import dev.segmentation.report.Report;
import dev.segmentation.report.ReportLinks;
import dev.segmentation.report.ReportService;
import dev.segmentation.report.opening.LinkOpeningService;
import dev.segmentation.shared.web.page.PageController;
import dev.segmentation.shared.web.stream.StoredFile;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Sends a shared file to anyone with its link.
 */
@PageController
class SharedFileController {

	private final ReportLinks links;

	private final ReportService reports;

	private final LinkOpeningService openings;

	private final SharedLinkGate gate;

	SharedFileController(ReportLinks links, ReportService reports, LinkOpeningService openings, SharedLinkGate gate) {
		this.links = links;
		this.reports = reports;
		this.openings = openings;
		this.gate = gate;
	}

	/**
	 * Sends the file of a link that has no page. Links of earlier versions have none.
	 */
	@GetMapping("/shared/{id:[0-9]{1,18}}/{signature:[A-Za-z0-9_-]{43}}/{name}")
	@Nullable String file(@ModelAttribute SharedLinkPath path, HttpServletRequest request, HttpServletResponse response,
			Model model) throws IOException {
		Optional<Report> report = this.gate.find(() -> this.links.find(path.id(), path.signature()), request, response,
				model);
		if (report.isEmpty()) {
			return SharedLinkGate.FAILURE;
		}
		send(report.get(), true, request, response);
		return null;
	}

	/**
	 * Sends the file after the button on the page of its link, which has counted the
	 * opening. A download that broke off can be repeated for an hour.
	 */
	@GetMapping("/shared/{id:[0-9]{1,18}}/{opening:[0-9]{1,18}}/{signature:[A-Za-z0-9_-]{43}}/{name}")
	@Nullable String opened(@ModelAttribute SharedLinkPath path, @PathVariable long opening, HttpServletRequest request,
			HttpServletResponse response, Model model) throws IOException {
		Optional<Report> report = this.gate
			.findOpened(() -> this.links.findOpened(path.id(), opening, path.signature()), request, response, model);
		if (report.isEmpty()) {
			return SharedLinkGate.FAILURE;
		}
		send(report.get(), false, request, response);
		return null;
	}

	/**
	 * Of a link without a page, only a GET request from the start of the file is an
	 * opening. HEAD requests, such as those of chat previews, and requests for the rest
	 * of the file are none. The opening is logged when the file is found. If that fails,
	 * the file is not sent, so no download is missing in the log.
	 */
	private void send(Report report, boolean counted, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		StoredFile file = ReportDownload.of(report);
		file.send(() -> {
			InputStream content = this.reports.open(report);
			if (counted && file.isStarted(request)) {
				this.openings.add(report.id(), request.getRemoteAddr(), request.getHeader(HttpHeaders.USER_AGENT));
			}
			return content;
		}, request, response);
	}

}
