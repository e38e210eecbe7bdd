package dev.segmentation.account.company;

import java.util.Map;
import java.util.Objects;

import dev.segmentation.shared.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * A person as the provider knows them.
 *
 * @param issuer the address of the provider
 * @param subject identifies the person at the provider, and never changes
 * @param claims the claims of the ID token and the user info
 */
public record CompanyIdentity(String issuer, String subject, Map<String, Object> claims) {

	/** The limits of the columns. */
	private static final int LONGEST_LOGIN = 60;

	private static final int LONGEST_EMAIL = 64;

	private static final int LONGEST_NAME = 100;

	/**
	 * The login that the person would like to have. At least two characters, as the API
	 * asks for.
	 */
	String wantedLogin() {
		String login = shorten(
				Objects.requireNonNullElse(text("preferred_username"), Objects.requireNonNullElse(email(), "")),
				LONGEST_LOGIN);
		return (login.length() >= 2) ? login : shorten("user-" + this.subject, LONGEST_LOGIN);
	}

	/**
	 * The e-mail address if the provider has verified it.
	 */
	@Nullable String verifiedEmail() {
		String email = email();
		boolean verified = "true".equals(String.valueOf(this.claims.get("email_verified")));
		return (email != null && verified && email.codePointCount(0, email.length()) <= LONGEST_EMAIL) ? email : null;
	}

	private @Nullable String email() {
		return text("email");
	}

	@Nullable String fullName() {
		String name = text("name");
		return (name != null) ? shorten(name, LONGEST_NAME) : null;
	}

	private @Nullable String text(String claim) {
		String text = (this.claims.get(claim) instanceof String given)
				? PlainText.of(given.replaceAll("\\p{Cntrl}", "")) : "";
		return text.isEmpty() ? null : text;
	}

	private static String shorten(String text, int longest) {
		return (text.codePointCount(0, text.length()) <= longest) ? text
				: text.substring(0, text.offsetByCodePoints(0, longest));
	}

}
