package dev.segmentation.shared.web.stream;

import java.io.IOException;
import java.io.InputStream;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.util.StreamUtils;

/**
 * A stored file as a download that can be resumed (RFC 9110, section 14). Such a download
 * is not compressed on its way, because a client could not count its bytes.
 *
 * @param name the name for the client
 * @param version changes with the content
 * @param bytes the size
 */
public record StoredFile(String name, String version, long bytes) {

	/**
	 * Whether a request asks for the file from its start, and not for the rest of it.
	 */
	public boolean isStarted(HttpServletRequest request) {
		return HttpMethod.GET.matches(request.getMethod()) && part(request).first() == 0;
	}

	/**
	 * Answers a request. HEAD gets only the headers.
	 * @param content opens the whole file
	 */
	public void send(Content content, HttpServletRequest request, HttpServletResponse response) throws IOException {
		FilePart part = part(request);
		if (part.isBeyond()) {
			response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + this.bytes);
			response.sendError(HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE.value());
			return;
		}
		if (HttpMethod.HEAD.matches(request.getMethod())) {
			writeHeaders(part, response);
			return;
		}
		try (InputStream file = content.open()) {
			writeHeaders(part, response);
			response.flushBuffer();
			if (part.isWhole()) {
				file.transferTo(response.getOutputStream());
			}
			else {
				StreamUtils.copyRange(file, response.getOutputStream(), part.first(), part.last());
			}
		}
	}

	private void writeHeaders(FilePart part, HttpServletResponse response) {
		new CsvAnswer(this.name, response).writeHeaders();
		response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
		response.setHeader(HttpHeaders.ETAG, etag());
		response.setContentLengthLong(part.length());
		if (!part.isWhole()) {
			response.setStatus(HttpStatus.PARTIAL_CONTENT.value());
			response.setHeader(HttpHeaders.CONTENT_RANGE,
					"bytes %d-%d/%d".formatted(part.first(), part.last(), this.bytes));
		}
	}

	private FilePart part(HttpServletRequest request) {
		return FilePart.of(request, etag(), this.bytes);
	}

	private String etag() {
		return '"' + this.version + '"';
	}

	/**
	 * The content of a file.
	 */
	@FunctionalInterface
	public interface Content {

		InputStream open() throws IOException;

	}

}
