package dev.segmentation.report.web;

import java.io.IOException;

import dev.segmentation.history.HistoryFilter;
import dev.segmentation.history.csv.CsvLayout;
import dev.segmentation.history.csv.CsvNotReadException;
import dev.segmentation.report.export.HistoryExport;
import dev.segmentation.report.export.ReportsBusyException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

/**
 * Sends the history as a download while the database reads it.
 */
@Component
class HistoryDownload {

	private final HistoryExport export;

	HistoryDownload(HistoryExport export) {
		this.export = export;
	}

	/**
	 * Sends the file. A HEAD request gets its headers and does not read the history.
	 * @throws ReportsBusyException when too many downloads are running
	 */
	void send(HistoryFilter filter, CsvLayout layout, String name, HttpServletRequest request,
			HttpServletResponse response) throws IOException {
		if (HttpMethod.HEAD.matches(request.getMethod())) {
			new CsvAnswer(name, response).writeHeaders();
			return;
		}
		try {
			this.export.readNow(filter, layout, new CsvAnswer(name, response));
		}
		catch (CsvNotReadException ex) {
			throw ex.getCause();
		}
	}

}
