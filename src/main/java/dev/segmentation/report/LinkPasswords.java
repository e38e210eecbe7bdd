package dev.segmentation.report;

import java.text.Normalizer;
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
		return Objects.requireNonNull(this.passwords.encode(composed(password)));
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

	/** Hashes of earlier versions are of the password as it was typed. */
	private boolean matches(NewPassword password, String hash) {
		String composed = composed(password);
		return this.passwords.matches(composed, hash)
				|| (!composed.equals(password.text()) && this.passwords.matches(password.text(), hash));
	}

	/** Some keyboards type an accent as a sign of its own. */
	private static String composed(NewPassword password) {
		return Normalizer.normalize(password.text(), Normalizer.Form.NFC);
	}

	private boolean matches(long id, NewPassword password, String hash) {
		try {
			return this.attempts.attempt(id, () -> {
				if (!matches(password, hash)) {
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
