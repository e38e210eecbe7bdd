package dev.segmentation.report.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

import dev.segmentation.history.csv.CsvReader;
import dev.segmentation.history.csv.CsvStream;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/**
 * Sends a report as a download. If reading the report fails, the answer breaks off.
 */
record CsvAnswer(String fileName, HttpServletResponse response) implements CsvReader {

	/**
	 * Sends the headers at once, so that the browser shows the download before the first
	 * line arrives.
	 */
	@Override
	public void start() throws IOException {
		writeHeaders();
		this.response.flushBuffer();
	}

	@Override
	public void read(CsvStream csv) throws IOException {
		csv.transferTo(this.response.getOutputStream());
	}

	/**
	 * Sends a whole file.
	 */
	void send(InputStream file) throws IOException {
		start();
		file.transferTo(this.response.getOutputStream());
	}

	/**
	 * Answers a HEAD request.
	 */
	void writeHeaders() {
		this.response.setContentType("text/csv");
		this.response.setCharacterEncoding(StandardCharsets.UTF_8);
		this.response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
				ContentDisposition.attachment().filename(this.fileName).build().toString());
	}

}
