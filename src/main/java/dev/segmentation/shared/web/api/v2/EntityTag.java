package dev.segmentation.shared.web.api.v2;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;

/**
 * A strong entity tag: the answer has other content whenever it has another tag.
 *
 * @param version counts the edits of the resource; {@code If-Match} compares this part
 * only
 * @param rest what else the answer says; empty if the version says all
 */
public record EntityTag(String version, String rest) {

	private static final int HASH_BYTES = 12;

	/**
	 * Makes the tag of an answer that has no version.
	 */
	public static EntityTag of(Object content) {
		return new EntityTag(hash(content), "");
	}

	/**
	 * Makes the tag of an answer whose version does not say all.
	 */
	public static EntityTag of(long version, Object content) {
		return new EntityTag(Long.toHexString(version), hash(content));
	}

	private static String hash(Object content) {
		try {
			byte[] hash = MessageDigest.getInstance("SHA-256")
				.digest(content.toString().getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(hash, 0, HASH_BYTES);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Answers with this tag. Spring answers 304 when the client has this content.
	 */
	public <T> ResponseEntity<T> answer(T body) {
		return ResponseEntity.ok().eTag(text()).body(body);
	}

	/**
	 * Refuses a change unless the client names the present version.
	 * @throws ProblemException when the header is missing, or names another version
	 */
	public void require(@Nullable String ifMatch) {
		if (ifMatch == null) {
			throw new ProblemException(ProblemCode.PRECONDITION_REQUIRED);
		}
		allow(ifMatch);
	}

	/**
	 * Refuses a change if the client names another version.
	 */
	public void allow(@Nullable String ifMatch) {
		if (ifMatch != null && Arrays.stream(ifMatch.split(",")).map(String::strip).noneMatch(this::matches)) {
			throw new ProblemException(ProblemCode.PRECONDITION_FAILED);
		}
	}

	/** A weak tag never matches, as RFC 9110 says. */
	private boolean matches(String tag) {
		return tag.equals("*") || tag.equals("\"" + this.version + "\"") || tag.startsWith("\"" + this.version + ".");
	}

	/**
	 * Whether the client has this content.
	 */
	public boolean isKnown(@Nullable String ifNoneMatch) {
		return ifNoneMatch != null && Arrays.stream(ifNoneMatch.split(","))
			.map(String::strip)
			.anyMatch((tag) -> tag.equals("*") || tag.replaceFirst("^W/", "").equals(text()));
	}

	/**
	 * Returns the value of the header.
	 */
	public String text() {
		return "\"" + (this.rest.isEmpty() ? this.version : this.version + "." + this.rest) + "\"";
	}

}
