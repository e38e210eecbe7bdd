package dev.segmentation.account.session;

import java.time.Duration;

/**
 * The tokens that a client gets when it signs in or refreshes.
 *
 * @param refreshTtl the lifetime of the refresh token
 */
public record Session(String accessToken, String refreshToken, Duration refreshTtl) {

	@Override
	public String toString() {
		return "Session[refreshTtl=" + this.refreshTtl + "]";
	}

}
