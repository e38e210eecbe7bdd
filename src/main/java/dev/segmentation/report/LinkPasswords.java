package dev.segmentation.report;

import java.util.Objects;
import java.util.Optional;

import dev.segmentation.account.IncorrectCredentialsException;
import dev.segmentation.account.attempt.LinkAttempts;
import dev.segmentation.account.password.NewPassword;
import dev.segmentation.report.trace.ReportTrace;
import dev.segmentation.shared.refusal.BusyException;

import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;

/**
 * The passwords of links. They are hashed like those of accounts, and wrong ones are
 * limited.
 */
@Service
public class LinkPasswords {

	private final LinkSettingsRepository links;

	private final PasswordEncoder passwords;

	private final LinkAttempts attempts;

	private final ReportTrace trace;

	LinkPasswords(LinkSettingsRepository links, PasswordEncoder passwords, LinkAttempts attempts, ReportTrace trace) {
		this.trace = trace;
		this.links = links;
		this.passwords = passwords;
		this.attempts = attempts;
	}

	String hash(NewPassword password) {
		return Objects.requireNonNull(this.passwords.encode(password.text()));
	}

	/**
	 * Checks the password of a link. A link without a password accepts any.
	 * @return whether it is correct
	 * @throws dev.segmentation.shared.refusal.BusyException after too many wrong ones
	 */
	public boolean matches(Report report, NewPassword password) {
		Optional<String> hash = this.links.findPasswordHash(report.id());
		return hash.isEmpty() || matches(report.id(), password, hash.get());
	}

	private boolean matches(long id, NewPassword password, String hash) {
		try {
			return this.attempts.attempt(id, () -> {
				if (!this.passwords.matches(password.text(), hash)) {
					throw new IncorrectCredentialsException();
				}
				return true;
			});
		}
		catch (IncorrectCredentialsException ex) {
			return false;
		}
		catch (BusyException ex) {
			this.trace.recordLimit(id);
			throw ex;
		}
	}

}
