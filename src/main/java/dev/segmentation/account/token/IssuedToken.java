package dev.segmentation.account.token;

/**
 * A token with its secret, which is known only now.
 */
public record IssuedToken(ApiToken token, String secret) {

	@Override
	public String toString() {
		return "IssuedToken[token=" + this.token + "]";
	}

}
