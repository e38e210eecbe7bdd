package dev.segmentation.report;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import dev.segmentation.account.Signatures;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * The addresses of shared files. They are signed: nobody can guess one, and none is kept
 * in the database.
 */
@Component
class ReportLinks {

	static final String PATH = "/shared";

	private final Signatures signatures;

	ReportLinks(Signatures signatures) {
		this.signatures = signatures;
	}

	/**
	 * The path of a report's link.
	 */
	String path(Report report) {
		return "%s/%d/%s/%s".formatted(PATH, report.id(), this.signatures.sign(text(report)), report.name());
	}

	boolean matches(Report report, String signature) {
		return this.signatures.matches(text(report), signature);
	}

	private static String text(Report report) {
		@Nullable Instant end = report.expiresAt();
		return "report:%d:%d".formatted(report.id(), (end != null) ? ChronoUnit.MICROS.between(Instant.EPOCH, end) : 0);
	}

}
