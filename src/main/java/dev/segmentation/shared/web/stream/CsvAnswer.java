package dev.segmentation.shared.web.stream;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/**
 * Sends a CSV file as a download.
 */
public record CsvAnswer(String fileName, HttpServletResponse response) {

	/**
	 * Sends a whole file. The headers are sent at once, so that the browser shows the
	 * download before the first line arrives.
	 */
	public void send(InputStream file) throws IOException {
		writeHeaders();
		this.response.flushBuffer();
		file.transferTo(this.response.getOutputStream());
	}

	/**
	 * Sets the headers, which also answer a HEAD request.
	 */
	public void writeHeaders() {
		this.response.setContentType("text/csv");
		this.response.setCharacterEncoding(StandardCharsets.UTF_8);
		this.response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
				ContentDisposition.attachment().filename(this.fileName).build().toString());
	}

}
