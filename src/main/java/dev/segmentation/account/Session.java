package dev.segmentation.account;

import java.time.Duration;

/**
 * What a client gets when it signs in or refreshes.
 *
 * @param refreshTtl how long the refresh token is good for
 */
public record Session(String accessToken, String refreshToken, Duration refreshTtl) {

	@Override
	public String toString() {
		return "Session[refreshTtl=" + this.refreshTtl + "]";
	}

}
