package dev.segmentation.report;

import java.io.IOException;
import java.io.InputStream;

import org.springframework.stereotype.Service;

/**
 * Hands out the files of reports that are kept here: the same file every time.
 */
@Service
public class SharedFileService {

	private final ReportRepository reports;

	private final ReportContent content;

	private final ReportLinks links;

	SharedFileService(ReportRepository reports, ReportContent content, ReportLinks links) {
		this.reports = reports;
		this.content = content;
		this.links = links;
	}

	/**
	 * The report that a link leads to.
	 * @throws ReportNotFoundException when the link is not one that was ever given out
	 * @throws LinkOverException when it has expired or was taken back
	 */
	public Report find(long id, String signature) {
		Report report = this.reports.find(id, (task) -> null)
			.filter((found) -> found.place() == ReportPlace.LINK && this.links.matches(found, signature))
			.orElseThrow(ReportNotFoundException::new);
		if (!report.isReady()) {
			throw new LinkOverException();
		}
		return report;
	}

	/**
	 * Counts that somebody opens a link.
	 */
	public void countOpening(Report report) {
		this.reports.countOpening(report.id());
	}

	/**
	 * The content of a report that is ready. Reading fails half-way when it is taken back
	 * meanwhile.
	 */
	public InputStream open(Report report) throws IOException {
		return this.content.open(report.id());
	}

}
