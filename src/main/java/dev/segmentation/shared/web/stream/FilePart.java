package dev.segmentation.shared.web.stream;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpRange;

/**
 * The part of a file that a request asks for.
 *
 * @param first the first byte
 * @param last the last byte
 * @param total the size of the file
 */
record FilePart(long first, long last, long total) {

	/**
	 * Reads the headers. A client that has the start of another version gets the whole
	 * file, and so does one that asks for several parts or writes a header that is
	 * invalid.
	 * @param etag the version of the file
	 */
	static FilePart of(HttpServletRequest request, String etag, long total) {
		String header = request.getHeader(HttpHeaders.RANGE);
		String version = request.getHeader(HttpHeaders.IF_RANGE);
		FilePart whole = new FilePart(0, total - 1, total);
		if (header == null || !HttpMethod.GET.matches(request.getMethod()) || total == 0
				|| (version != null && !version.equals(etag))) {
			return whole;
		}
		try {
			List<HttpRange> ranges = HttpRange.parseRanges(header);
			return (ranges.size() == 1)
					? new FilePart(ranges.getFirst().getRangeStart(total), ranges.getFirst().getRangeEnd(total), total)
					: whole;
		}
		catch (IllegalArgumentException ex) {
			return whole;
		}
	}

	/** Whether it begins behind the end of the file. */
	boolean isBeyond() {
		return this.first >= this.total && this.total > 0;
	}

	boolean isWhole() {
		return length() == this.total;
	}

	long length() {
		return this.last - this.first + 1;
	}

}
