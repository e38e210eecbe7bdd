package dev.segmentation.report;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Predicate;

import dev.segmentation.account.jwt.Signatures;
import dev.segmentation.report.opening.LinkOpeningService;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.web.util.UriUtils;

/**
 * The links of shared reports. Links to files in our database are signed, so that a link
 * cannot be guessed, and are not stored.
 */
@Service
public class ReportLinks {

	private final ReportRepository reports;

	private final Signatures signatures;

	private final LinkOpeningService openings;

	ReportLinks(ReportRepository reports, Signatures signatures, LinkOpeningService openings) {
		this.openings = openings;
		this.reports = reports;
		this.signatures = signatures;
	}

	/**
	 * Returns the link of a report: a path of this application or an address of Google
	 * Drive.
	 * @return {@code null} when the report is not ready or is not shared by link
	 */
	public @Nullable String of(Report report) {
		ReportFile file = report.file();
		if (file == null || !report.isReady()) {
			return null;
		}
		return switch (report.place()) {
			case FILE -> null;
			case LINK -> path(report);
			case DRIVE -> report.drive().link();
		};
	}

	/**
	 * Finds the report of a link without a page.
	 * @throws dev.segmentation.shared.refusal.NotFoundException when the report does not
	 * exist or the signature is wrong
	 * @throws LinkOverException when the report has expired or was revoked
	 */
	public Report find(long id, String signature) {
		return ready(id, (report) -> !report.page() && this.signatures.matches(signedText(report), signature));
	}

	/**
	 * Finds the report of a link with a page. It may be a newer one that has replaced the
	 * file of the link.
	 * @throws dev.segmentation.shared.refusal.NotFoundException as {@link #find}
	 * @throws LinkOverException as {@link #find}
	 */
	public Report findPage(long id, String signature) {
		return ready(id, (report) -> report.page() && this.signatures.matches(pageText(id), signature));
	}

	/**
	 * Finds the report of a link whose page was opened within an hour.
	 * @throws dev.segmentation.shared.refusal.NotFoundException as {@link #find}
	 * @throws LinkOverException as {@link #find}, or when the opening was earlier
	 */
	public Report findOpened(long id, long opening, String signature) {
		Report report = ready(id,
				(found) -> found.page() && this.signatures.matches(openingText(id, opening), signature));
		if (report.id() != id || !this.openings.isGranted(id, opening)) {
			throw new LinkOverException();
		}
		return report;
	}

	private Report ready(long id, Predicate<Report> link) {
		Report report = this.reports.find(id)
			.filter((found) -> found.place() == ReportPlace.LINK && link.test(found))
			.orElseThrow(Report::notFound);
		return Optional.of(report)
			.filter(Report::isReady)
			.or(() -> this.reports.findOfLink(id).filter(Report::isReady))
			.orElseThrow(LinkOverException::new);
	}

	/**
	 * Returns the path of the file after the page of a link was opened.
	 * @param opening the number of the opening
	 */
	public String file(Report report, long opening) {
		return "/shared/%d/%d/%s/%s".formatted(report.id(), opening,
				this.signatures.sign(openingText(report.id(), opening)), encodedName(report));
	}

	String path(Report report) {
		return report.page()
				? "/shared/%d/%s".formatted(report.linkId(), this.signatures.sign(pageText(report.linkId())))
				: "/shared/%d/%s/%s".formatted(report.id(), this.signatures.sign(signedText(report)),
						encodedName(report));
	}

	private static String pageText(long id) {
		return "report-page:%d".formatted(id);
	}

	private static String openingText(long id, long opening) {
		return "report-opening:%d:%d".formatted(id, opening);
	}

	private static String encodedName(Report report) {
		return UriUtils.encodePathSegment(report.name(), StandardCharsets.UTF_8);
	}

	private static String signedText(Report report) {
		@Nullable Instant end = report.firstEnd();
		return "report:%d:%d".formatted(report.id(), (end != null) ? ChronoUnit.MICROS.between(Instant.EPOCH, end) : 0);
	}

}
