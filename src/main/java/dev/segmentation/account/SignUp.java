package dev.segmentation.account;

/**
 * Signs a user up: creates a user and an account with the same login and e-mail.
 */
public record SignUp(String login, String email, String password) {

	@Override
	public String toString() {
		return "SignUp[login=" + this.login + "]";
	}

}
