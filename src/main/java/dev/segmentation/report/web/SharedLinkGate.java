package dev.segmentation.report.web;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

import dev.segmentation.limit.RateLimit;
import dev.segmentation.report.LinkOverException;
import dev.segmentation.report.Report;
import dev.segmentation.shared.refusal.NotFoundException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * Finds the reports of shared links, whose readers need no account. It reveals nothing
 * else, limits the number of requests, and explains to strangers why a link fails.
 */
@Component
class SharedLinkGate {

	/** The page that explains the failure of a link. */
	static final String FAILURE = "shared/failure";

	private static final Duration MINUTE = Duration.ofMinutes(1);

	/** A user may copy a part of an address. A script that guesses can wait a minute. */
	private static final int WRONG_PER_MINUTE_AND_ADDRESS = 30;

	/** Enough for a link that is sent to a whole company. */
	private static final int PER_MINUTE_AND_LINK = 1000;

	private final RateLimit wrongByAddress = new RateLimit("address", WRONG_PER_MINUTE_AND_ADDRESS, MINUTE);

	private final RateLimit byLink = new RateLimit("link", PER_MINUTE_AND_LINK, MINUTE);

	/**
	 * Finds the report of a link.
	 * @return empty when the answer is the page {@link #FAILURE}
	 */
	Optional<Report> find(Supplier<Report> link, HttpServletRequest request, HttpServletResponse response,
			Model model) {
		Optional<Report> report = findOpened(link, request, response, model);
		// Only holders of the link count, so that nobody else can use up its limit.
		return (report.isPresent() && !this.byLink.attempt(report.get().id()).allowed()) ? refuse(response, model)
				: report;
	}

	/**
	 * Finds the report of a link whose button was pressed. The download may consist of
	 * many requests, so they are not limited.
	 * @return empty when the answer is the page {@link #FAILURE}
	 */
	Optional<Report> findOpened(Supplier<Report> link, HttpServletRequest request, HttpServletResponse response,
			Model model) {
		response.setHeader("X-Robots-Tag", "noindex");
		try {
			return Optional.of(link.get());
		}
		catch (LinkOverException ex) {
			return fail("over", HttpStatus.GONE, response, model);
		}
		catch (NotFoundException ex) {
			return this.wrongByAddress.attempt(request.getRemoteAddr()).allowed()
					? fail("missing", HttpStatus.NOT_FOUND, response, model) : refuse(response, model);
		}
	}

	private static Optional<Report> refuse(HttpServletResponse response, Model model) {
		response.setIntHeader(HttpHeaders.RETRY_AFTER, (int) MINUTE.toSeconds());
		return fail("busy", HttpStatus.TOO_MANY_REQUESTS, response, model);
	}

	private static Optional<Report> fail(String reason, HttpStatus status, HttpServletResponse response, Model model) {
		response.setStatus(status.value());
		model.addAttribute("reason", reason);
		return Optional.empty();
	}

}
