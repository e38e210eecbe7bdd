package dev.segmentation.report.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

import dev.segmentation.report.LinkOverException;
import dev.segmentation.report.Report;
import dev.segmentation.report.ReportLinks;
import dev.segmentation.report.ReportService;
import dev.segmentation.shared.web.page.PageController;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Sends a shared file to anyone with its link. It needs no account, so it reveals nothing
 * else and limits the number of requests.
 */
@PageController
class SharedFileController {

	/**
	 * A user opens a link a few times. A script that exceeds the limit can wait a minute.
	 */
	private static final int PER_MINUTE_AND_ADDRESS = 30;

	/** Enough for a link that is sent to a whole company. */
	private static final int PER_MINUTE_AND_LINK = 300;

	private final RateLimit byAddress = new RateLimit(PER_MINUTE_AND_ADDRESS);

	private final RateLimit byLink = new RateLimit(PER_MINUTE_AND_LINK);

	private final ReportLinks links;

	private final ReportService reports;

	SharedFileController(ReportLinks links, ReportService reports) {
		this.links = links;
		this.reports = reports;
	}

	@GetMapping("/shared/{id:[0-9]{1,18}}/{signature:[A-Za-z0-9_-]{43}}/{name}")
	@Nullable String file(@PathVariable long id, @PathVariable String signature, HttpServletRequest request,
			HttpServletResponse response) throws IOException {
		if (!this.byAddress.allows(request.getRemoteAddr()) || !this.byLink.allows(id)) {
			response.setIntHeader(HttpHeaders.RETRY_AFTER, RateLimit.MINUTE_SECONDS);
			response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
			return null;
		}
		try {
			send(this.links.find(id, signature), request, response);
			return null;
		}
		catch (LinkOverException ex) {
			response.setStatus(HttpStatus.GONE.value());
			return "reports/over";
		}
	}

	private void send(Report report, HttpServletRequest request, HttpServletResponse response) throws IOException {
		response.setHeader("X-Robots-Tag", "noindex");
		response.setContentLengthLong(Objects.requireNonNull(report.file()).bytes());
		try (InputStream content = open(report, request)) {
			new CsvAnswer(report.name(), response).send(content);
		}
	}

	/**
	 * Opens the file. HEAD requests, such as those of chat previews, do not count as an
	 * opening and get no content.
	 */
	private InputStream open(Report report, HttpServletRequest request) throws IOException {
		if (HttpMethod.HEAD.matches(request.getMethod())) {
			return InputStream.nullInputStream();
		}
		this.links.countOpening(report);
		return this.reports.open(report);
	}

}
