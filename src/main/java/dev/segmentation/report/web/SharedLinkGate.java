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

	/**
	 * A user opens a link a few times. A script that exceeds the limit can wait a minute.
	 */
	private static final int PER_MINUTE_AND_ADDRESS = 30;

	/** Enough for a link that is sent to a whole company. */
	private static final int PER_MINUTE_AND_LINK = 300;

	private final RateLimit byAddress = new RateLimit("address", PER_MINUTE_AND_ADDRESS, MINUTE);

	private final RateLimit byLink = new RateLimit("link", PER_MINUTE_AND_LINK, MINUTE);

	/**
	 * Finds the report of a link.
	 * @return empty when the answer is the page {@link #FAILURE}
	 */
	Optional<Report> find(Supplier<Report> link, HttpServletRequest request, HttpServletResponse response,
			Model model) {
		response.setHeader("X-Robots-Tag", "noindex");
		try {
			if (this.byAddress.attempt(request.getRemoteAddr()).allowed()) {
				Report report = link.get();
				// Only holders of the link count, so that nobody else can use up its
				// limit.
				if (this.byLink.attempt(report.id()).allowed()) {
					return Optional.of(report);
				}
			}
			response.setIntHeader(HttpHeaders.RETRY_AFTER, (int) MINUTE.toSeconds());
			return fail("busy", HttpStatus.TOO_MANY_REQUESTS, response, model);
		}
		catch (LinkOverException ex) {
			return fail("over", HttpStatus.GONE, response, model);
		}
		catch (NotFoundException ex) {
			return fail("missing", HttpStatus.NOT_FOUND, response, model);
		}
	}

	private static Optional<Report> fail(String reason, HttpStatus status, HttpServletResponse response, Model model) {
		response.setStatus(status.value());
		model.addAttribute("reason", reason);
		return Optional.empty();
	}

}
