package dev.segmentation.report;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import dev.segmentation.account.jwt.Signatures;
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

	ReportLinks(ReportRepository reports, Signatures signatures) {
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
			case DRIVE -> file.driveLink();
		};
	}

	/**
	 * Finds the report of a link.
	 * @throws dev.segmentation.shared.refusal.NotFoundException when the report does not
	 * exist or the signature is wrong
	 * @throws LinkOverException when the report has expired or was revoked
	 */
	public Report find(long id, String signature) {
		Report report = this.reports.find(id)
			.filter((found) -> found.place() == ReportPlace.LINK
					&& this.signatures.matches(signedText(found), signature))
			.orElseThrow(Report::notFound);
		if (!report.isReady()) {
			throw new LinkOverException();
		}
		return report;
	}

	String path(Report report) {
		return "/shared/%d/%s/%s".formatted(report.id(), this.signatures.sign(signedText(report)),
				UriUtils.encodePathSegment(report.name(), StandardCharsets.UTF_8));
	}

	private static String signedText(Report report) {
		@Nullable Instant end = report.expiresAt();
		return "report:%d:%d".formatted(report.id(), (end != null) ? ChronoUnit.MICROS.between(Instant.EPOCH, end) : 0);
	}

}
