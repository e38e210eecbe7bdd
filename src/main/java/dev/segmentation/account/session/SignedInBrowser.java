package dev.segmentation.account.session;

import java.time.Instant;

import dev.segmentation.account.BrowserSession;
import dev.segmentation.shared.CurrentAccount;
import org.jspecify.annotations.Nullable;

/**
 * A browser that has just been signed in.
 *
 * @param token continues the session later; {@code null} when the browser is not
 * remembered
 * @param expiresAt the end of the token
 */
public record SignedInBrowser(CurrentAccount account, BrowserSession session, @Nullable String token,
		Instant expiresAt) {

	@Override
	public String toString() {
		return "SignedInBrowser[account=" + this.account + ", session=" + this.session.id() + "]";
	}

}
