package dev.segmentation.history;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a list of users in an address: {@code list:312-} and a digest of the users.
 *
 * @param count the number of users
 */
public record UserListKey(String text, int count) {

	private static final Pattern FORMAT = Pattern.compile("list:([1-9][0-9]{0,4})-[A-Za-z0-9_-]{22}");

	private static final int DIGEST_BYTES = 16;

	/**
	 * Reads the users of a filter.
	 * @return empty when they are not a list
	 */
	public static Optional<UserListKey> parse(String users) {
		Matcher matcher = FORMAT.matcher(users);
		return matcher.matches() ? Optional.of(new UserListKey(users, Integer.parseInt(matcher.group(1))))
				: Optional.empty();
	}

	/** The key of a list of ids, which depends on their order. */
	static UserListKey of(List<Long> userIds) {
		byte[] digest = Arrays.copyOf(sha256(userIds.toString()), DIGEST_BYTES);
		String end = Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
		return new UserListKey("list:" + userIds.size() + "-" + end, userIds.size());
	}

	private static byte[] sha256(String text) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
