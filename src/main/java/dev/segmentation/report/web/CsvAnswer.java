package dev.segmentation.report.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/**
 * Sends a report as a file to download.
 */
final class CsvAnswer {

	private CsvAnswer() {
	}

	/**
	 * Sends all of it. The head of the answer goes out at once, so that whoever waits
	 * sees that it has begun; if the rest breaks off, so does the answer.
	 */
	static void send(InputStream csv, String fileName, HttpServletResponse response) throws IOException {
		response.setContentType("text/csv");
		response.setCharacterEncoding(StandardCharsets.UTF_8);
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
				ContentDisposition.attachment().filename(fileName).build().toString());
		response.flushBuffer();
		csv.transferTo(response.getOutputStream());
	}

}
