package dev.segmentation.report.web;

import java.io.IOException;

import dev.segmentation.history.HistoryFilter;
import dev.segmentation.history.csv.CsvLayout;
import dev.segmentation.report.export.HistoryExport;
import dev.segmentation.shared.refusal.BusyException;
import dev.segmentation.shared.web.stream.CsvDownload;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Component;

/**
 * Sends the history as a download while the database reads it.
 */
@Component
class HistoryDownload {

	private final HistoryExport export;

	private final CsvDownload download;

	HistoryDownload(HistoryExport export, CsvDownload download) {
		this.export = export;
		this.download = download;
	}

	/**
	 * Sends the file. A HEAD request gets its headers and does not read the history.
	 * @throws BusyException when too many downloads are running
	 */
	void send(HistoryFilter filter, CsvLayout layout, String name, HttpServletRequest request,
			HttpServletResponse response) throws IOException {
		this.download.sendFile(name, (out) -> this.export.read(filter, layout, (file) -> file.transferTo(out)), request,
				response);
	}

}
