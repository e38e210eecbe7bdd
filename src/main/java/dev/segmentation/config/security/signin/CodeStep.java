package dev.segmentation.config.security.signin;

import java.time.Clock;
import java.util.Objects;

import dev.segmentation.account.AccountDirectory;
import dev.segmentation.account.AccountService;
import dev.segmentation.account.TokenSubject;
import dev.segmentation.account.factor.code.CodeAnswer;
import dev.segmentation.account.factor.code.SecondFactorCodes;
import dev.segmentation.config.security.PendingSignIn;
import dev.segmentation.shared.CurrentAccount;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.CredentialsExpiredException;
import org.springframework.stereotype.Component;

/**
 * The second step of a sign-in: a code of the account's app, or a recovery code.
 */
@Component
class CodeStep implements FactorSignInFilter.Step {

	private final AccountDirectory accounts;

	private final SecondFactorCodes codes;

	private final AccountService signIns;

	private final Clock clock;

	CodeStep(AccountDirectory accounts, SecondFactorCodes codes, AccountService signIns, Clock clock) {
		this.accounts = accounts;
		this.signIns = signIns;
		this.codes = codes;
		this.clock = clock;
	}

	@Override
	public CurrentAccount signIn(HttpServletRequest request, HttpServletResponse response) {
		CurrentAccount account = PendingSignIn.find(request, this.clock.instant())
			.map(PendingSignIn::account)
			.flatMap((checked) -> this.accounts.find(TokenSubject.of(checked))
				.filter((found) -> found.generation() == checked.generation()))
			.orElseThrow(() -> new CredentialsExpiredException("The password has to be entered again"));
		String code = Objects.requireNonNullElse(request.getParameter("code"), "");
		return switch (this.codes.check(account, code)) {
			case CodeAnswer.Correct() -> account;
			case CodeAnswer.Wrong() -> {
				this.signIns.recordRefusal(account.login(), "password, wrong code");
				throw new BadCredentialsException("The code is wrong");
			}
			case CodeAnswer.TooMany(var rest) -> throw new TooManyCodesException(rest);
		};
	}

}
