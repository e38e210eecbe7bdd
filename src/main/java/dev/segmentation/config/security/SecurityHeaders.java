package dev.segmentation.config.security;

import java.util.stream.Stream;

import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.HstsHeaderWriter;
import org.springframework.security.web.header.writers.XContentTypeOptionsHeaderWriter;
import org.springframework.security.web.header.writers.XXssProtectionHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter;

/**
 * The headers that Spring Security adds to each answer.
 */
public final class SecurityHeaders {

	private SecurityHeaders() {
	}

	/**
	 * Returns a filter that adds them.
	 * @param others writes more headers
	 */
	public static HeaderWriterFilter with(HeaderWriter... others) {
		return new HeaderWriterFilter(Stream
			.concat(Stream.of(new XContentTypeOptionsHeaderWriter(), new XXssProtectionHeaderWriter(),
					new HstsHeaderWriter(), new XFrameOptionsHeaderWriter()), Stream.of(others))
			.toList());
	}

}
