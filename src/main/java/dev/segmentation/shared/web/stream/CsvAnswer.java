package dev.segmentation.shared.web.stream;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.util.UriUtils;

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
		this.response.setContentType(this.fileName.endsWith(".tsv") ? "text/tab-separated-values" : "text/csv");
		this.response.setCharacterEncoding(StandardCharsets.UTF_8);
		this.response.setHeader(HttpHeaders.CONTENT_DISPOSITION, disposition());
	}

	/**
	 * Names the file as RFC 6266 says: with letters of any language in UTF-8, and for old
	 * clients with the signs of ASCII.
	 */
	private String disposition() {
		String ascii = this.fileName.replaceAll("[^\\x20-\\x7e]", "_");
		String plain = ContentDisposition.attachment().filename(ascii).build().toString();
		return ascii.equals(this.fileName) ? plain
				: plain + "; filename*=UTF-8''" + UriUtils.encode(this.fileName, StandardCharsets.UTF_8);
	}

}
