package dev.segmentation.account;

/**
 * Signs a user up: makes a user and an account of the same login and e-mail.
 */
public record SignUp(String login, String email, String password) {

	@Override
	public String toString() {
		return "SignUp[login=" + this.login + "]";
	}

}
