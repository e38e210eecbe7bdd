package dev.segmentation.account.attempt;

/**
 * The login of an account in one spelling.
 */
final class FoldedLogin {

	private FoldedLogin() {
	}

	/**
	 * Returns the login with small letters, each mapped alone as the database does it, so
	 * that no other spelling of the login of an account has an allowance of its own.
	 */
	static String of(String login) {
		return login.codePoints()
			.map(Character::toLowerCase)
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString();
	}

}
