package dev.segmentation.report.web;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Objects;

import dev.segmentation.limit.RateLimit;
import dev.segmentation.report.LinkOverException;
import dev.segmentation.report.Report;
import dev.segmentation.report.ReportLinks;
import dev.segmentation.report.ReportService;
import dev.segmentation.report.opening.LinkOpeningService;
import dev.segmentation.shared.web.page.PageController;
import dev.segmentation.shared.web.stream.CsvAnswer;
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

	private static final Duration MINUTE = Duration.ofMinutes(1);

	/**
	 * A user opens a link a few times. A script that exceeds the limit can wait a minute.
	 */
	private static final int PER_MINUTE_AND_ADDRESS = 30;

	/** Enough for a link that is sent to a whole company. */
	private static final int PER_MINUTE_AND_LINK = 300;

	private final RateLimit byAddress = new RateLimit("address", PER_MINUTE_AND_ADDRESS, MINUTE);

	private final RateLimit byLink = new RateLimit("link", PER_MINUTE_AND_LINK, MINUTE);

	private final ReportLinks links;

	private final ReportService reports;

	private final LinkOpeningService openings;

	SharedFileController(ReportLinks links, ReportService reports, LinkOpeningService openings) {
		this.links = links;
		this.reports = reports;
		this.openings = openings;
	}

	@GetMapping("/shared/{id:[0-9]{1,18}}/{signature:[A-Za-z0-9_-]{43}}/{name}")
	@Nullable String file(@PathVariable long id, @PathVariable String signature, HttpServletRequest request,
			HttpServletResponse response) throws IOException {
		if (!this.byAddress.attempt(request.getRemoteAddr()).allowed()) {
			return refuse(response);
		}
		try {
			Report report = this.links.find(id, signature);
			// Only holders of the link count, so that nobody else can use up its limit.
			if (!this.byLink.attempt(id).allowed()) {
				return refuse(response);
			}
			send(report, request, response);
			return null;
		}
		catch (LinkOverException ex) {
			response.setStatus(HttpStatus.GONE.value());
			return "reports/over";
		}
	}

	private static @Nullable String refuse(HttpServletResponse response) throws IOException {
		response.setIntHeader(HttpHeaders.RETRY_AFTER, (int) MINUTE.toSeconds());
		response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
		return null;
	}

	/**
	 * Sends the whole file, also for a Range request, so each GET request is an opening.
	 * HEAD requests, such as those of chat previews, are none. The opening is logged when
	 * the file is found. If that fails, the file is not sent, so no download is missing
	 * in the log.
	 */
	private void send(Report report, HttpServletRequest request, HttpServletResponse response) throws IOException {
		if (HttpMethod.HEAD.matches(request.getMethod())) {
			answer(report, response).writeHeaders();
			return;
		}
		try (InputStream content = this.reports.open(report)) {
			this.openings.add(report.id(), request.getRemoteAddr(), request.getHeader(HttpHeaders.USER_AGENT));
			answer(report, response).send(content);
		}
	}

	private static CsvAnswer answer(Report report, HttpServletResponse response) {
		response.setHeader("X-Robots-Tag", "noindex");
		response.setContentLengthLong(Objects.requireNonNull(report.file()).bytes());
		return new CsvAnswer(report.name(), response);
	}

}
