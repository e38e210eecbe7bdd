package dev.segmentation.account.token;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.Role;
import dev.segmentation.support.Accounts;
import org.jspecify.annotations.Nullable;

/**
 * Creates tokens for tests.
 */
public final class TestTokens {

	private static final AtomicInteger number = new AtomicInteger();

	private final TokenService tokens;

	public TestTokens(TokenService tokens) {
		this.tokens = tokens;
	}

	/**
	 * Creates a token of the editor.
	 */
	public IssuedToken create(Role role) {
		return create(new TokenLimits(role, false, null, List.of()), null);
	}

	/**
	 * Creates a token of the editor.
	 */
	public IssuedToken create(TokenLimits limits, @Nullable Instant end) {
		return create(limits, end, Accounts.EDITOR);
	}

	public IssuedToken create(TokenLimits limits, @Nullable Instant end, CurrentAccount by) {
		return this.tokens.create(new NewToken("ci-" + number.incrementAndGet(), limits, end), by);
	}

}
