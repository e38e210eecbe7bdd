package dev.segmentation.config.longform;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

import jakarta.servlet.http.HttpServletResponse;
import org.apache.coyote.BadRequestException;
import org.apache.tomcat.util.http.InvalidParameterException;

/**
 * Decodes the names and values of a form while it arrives. It refuses broken and large
 * forms with the exceptions that Tomcat throws for others.
 */
final class FormDecoder {

	private static final int RADIX = 16;

	private final InputStream body;

	private final long limit;

	private final byte[] block = new byte[8192];

	private int position;

	private int length;

	private long arrived;

	/**
	 * Decodes a body.
	 * @param limit the largest number of bytes
	 */
	FormDecoder(InputStream body, long limit) {
		this.body = body;
		this.limit = limit;
	}

	/**
	 * Decodes the next name or value.
	 * @param end the character that ends it, besides the end of the field
	 * @return the character after it; -1 at the end of the form
	 */
	int copyTo(OutputStream out, char end) throws IOException {
		int next = next();
		while (next != -1 && next != '&' && next != end) {
			out.write(switch (next) {
				case '+' -> ' ';
				case '%' -> digit() * RADIX + digit();
				default -> next;
			});
			next = next();
		}
		return next;
	}

	private int digit() throws IOException {
		int digit = Character.digit(next(), RADIX);
		if (digit < 0) {
			throw new BadRequestException("The form has a % without two digits");
		}
		return digit;
	}

	private int next() throws IOException {
		if (this.position == this.length) {
			this.length = this.body.read(this.block);
			this.position = 0;
			this.arrived += this.length;
		}
		if (this.arrived > this.limit) {
			throw tooLarge();
		}
		return (this.length < 0) ? end() : this.block[this.position++] & 0xFF;
	}

	/** Keeps the end for the next call. */
	private int end() {
		this.length = 0;
		return -1;
	}

	static InvalidParameterException tooLarge() {
		return new InvalidParameterException("The form is too large", HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
	}

}
