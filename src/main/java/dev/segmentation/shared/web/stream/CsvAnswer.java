package dev.segmentation.shared.web.stream;

import java.nio.charset.StandardCharsets;

import dev.segmentation.shared.FileType;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.util.UriUtils;

/**
 * The headers of a file that is sent as a download.
 */
public record CsvAnswer(String fileName, HttpServletResponse response) {

	/**
	 * Sets the headers, which also answer a HEAD request.
	 */
	public void writeHeaders() {
		FileType type = FileType.of(this.fileName);
		this.response.setContentType(type.mediaType());
		if (type.isText()) {
			this.response.setCharacterEncoding(StandardCharsets.UTF_8);
		}
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
