package dev.segmentation.account;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

import jakarta.servlet.http.HttpSession;

/**
 * A sign-in of a browser. It is kept as an attribute of the page session. Saved sessions
 * have the name of this class, so it must stay.
 *
 * @param id the id in the list of sessions; no secret
 * @param startedAt when the person signed in
 * @param remembered whether the browser is remembered, so the session ends with its
 * family of tokens
 * @param client the browser
 */
public record BrowserSession(UUID id, Instant startedAt, boolean remembered, Client client) implements Serializable {

	/** The name of the attribute. */
	public static final String ATTRIBUTE = "browser";

	/**
	 * Describes a session that began with an older version, which did not keep this.
	 * @param sessionId the value of its cookie, which the id must not tell
	 */
	public static BrowserSession unknown(String sessionId, Instant startedAt) {
		UUID id = UUID.nameUUIDFromBytes(sessionId.getBytes(StandardCharsets.US_ASCII));
		return new BrowserSession(id, startedAt, false, new Client(null, null));
	}

	/**
	 * Reads the sign-in from a page session.
	 */
	public static BrowserSession of(HttpSession session) {
		return (session.getAttribute(ATTRIBUTE) instanceof BrowserSession found) ? found
				: unknown(session.getId(), Instant.ofEpochMilli(session.getCreationTime()));
	}

}
