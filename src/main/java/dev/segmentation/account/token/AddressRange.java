package dev.segmentation.account.token;

import java.util.Optional;
import java.util.regex.Pattern;

import org.springframework.security.web.util.matcher.IpAddressMatcher;

/**
 * A network address of IPv4 or IPv6, or a range of them in CIDR notation.
 *
 * @param text the range as it was entered, for example {@code 10.0.0.0/8}
 */
public record AddressRange(String text, IpAddressMatcher matcher) {

	/** Java also reads short forms, such as 10 for 0.0.0.10. */
	private static final Pattern FORMAT = Pattern
		.compile("((0|[1-9]\\d{0,2})(\\.(0|[1-9]\\d{0,2})){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*)(/\\d{1,3})?");

	/**
	 * Reads a range.
	 * @return empty when the text is not a range
	 */
	public static Optional<AddressRange> parse(String text) {
		try {
			return FORMAT.matcher(text).matches() ? Optional.of(new AddressRange(text, new IpAddressMatcher(text)))
					: Optional.empty();
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	boolean contains(String address) {
		try {
			return this.matcher.matches(address);
		}
		catch (IllegalArgumentException ex) {
			// A proxy sent something else instead of an address.
			return false;
		}
	}

}
