package dev.segmentation.report.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/**
 * Sends a report as a download.
 */
final class CsvAnswer {

	private CsvAnswer() {
	}

	/**
	 * Sends the whole file. The headers go out at once, so that the browser shows the
	 * download before the first line arrives. If reading the file fails, the answer
	 * breaks off.
	 */
	static void send(InputStream csv, String fileName, HttpServletResponse response) throws IOException {
		writeHeaders(fileName, response);
		response.flushBuffer();
		csv.transferTo(response.getOutputStream());
	}

	/**
	 * Answers a HEAD request.
	 */
	static void writeHeaders(String fileName, HttpServletResponse response) {
		response.setContentType("text/csv");
		response.setCharacterEncoding(StandardCharsets.UTF_8);
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
				ContentDisposition.attachment().filename(fileName).build().toString());
	}

}
