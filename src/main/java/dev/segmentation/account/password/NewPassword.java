package dev.segmentation.account.password;

/**
 * A password as it was typed. Forms strip blanks from texts, but these belong to a
 * password. It shows in no log.
 *
 * @param text the characters
 */
public record NewPassword(String text) {

	@Override
	public String toString() {
		return "NewPassword[]";
	}

}
