package dev.segmentation.report.web;

import java.io.IOException;
import java.io.OutputStream;

import dev.segmentation.history.HistoryFilter;
import dev.segmentation.history.csv.CsvLayout;
import dev.segmentation.history.csv.CsvNotReadException;
import dev.segmentation.report.export.HistoryExport;
import dev.segmentation.shared.BusyException;
import dev.segmentation.shared.web.stream.StreamedAnswers;
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

	private final StreamedAnswers streams;

	HistoryDownload(HistoryExport export, StreamedAnswers streams) {
		this.export = export;
		this.streams = streams;
	}

	/**
	 * Sends the file. A HEAD request gets its headers and does not read the history.
	 * @throws BusyException when too many downloads are running
	 */
	void send(HistoryFilter filter, CsvLayout layout, String name, HttpServletRequest request,
			HttpServletResponse response) throws IOException {
		CsvAnswer answer = new CsvAnswer(name, response);
		if (HttpMethod.HEAD.matches(request.getMethod())) {
			answer.writeHeaders();
			return;
		}
		this.streams.send(response, answer::writeHeaders, (out) -> read(filter, layout, out));
	}

	private void read(HistoryFilter filter, CsvLayout layout, OutputStream out) throws IOException {
		try {
			this.export.read(filter, layout, (csv) -> csv.transferTo(out));
		}
		catch (CsvNotReadException ex) {
			throw ex.getCause();
		}
	}

}
