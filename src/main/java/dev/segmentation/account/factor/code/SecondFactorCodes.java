package dev.segmentation.account.factor.code;

import java.util.List;
import java.util.Locale;

import dev.segmentation.account.factor.SecondFactors;
import dev.segmentation.audit.AuditKind;
import dev.segmentation.audit.AuditLog;
import dev.segmentation.shared.CurrentAccount;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Checks the codes of authenticator apps and recovery codes, and makes recovery codes.
 */
@Service
public class SecondFactorCodes {

	private final AuthenticatorAppRepository apps;

	private final RecoveryCodes recovery;

	private final OneTimeCodes oneTime;

	private final SecretCipher cipher;

	private final CodeThrottle throttle;

	private final SecondFactors factors;

	private final AuditLog audit;

	SecondFactorCodes(AuthenticatorAppRepository apps, RecoveryCodes recovery, OneTimeCodes oneTime,
			SecretCipher cipher, CodeThrottle throttle, SecondFactors factors, AuditLog audit) {
		this.apps = apps;
		this.recovery = recovery;
		this.oneTime = oneTime;
		this.cipher = cipher;
		this.throttle = throttle;
		this.factors = factors;
		this.audit = audit;
	}

	/**
	 * Checks the code that an account enters after its password: one of its app, or a
	 * recovery code.
	 */
	@Transactional
	public CodeAnswer check(CurrentAccount account, String entered) {
		String code = clean(entered);
		return this.throttle.attempt(account.id(), () -> (code.length() == OneTimeCodes.LENGTH)
				? useApp(account, code, true) : useRecoveryCode(account, code));
	}

	/**
	 * Checks the first code of an app that is being set up.
	 */
	CodeAnswer checkApp(CurrentAccount account, String entered) {
		return this.throttle.attempt(account.id(), () -> useApp(account, clean(entered), false));
	}

	/**
	 * Makes recovery codes for an account that has none left.
	 * @return the new codes, to be shown once; empty when it has some
	 */
	@Transactional
	public List<String> makeFirst(CurrentAccount account) {
		return (this.factors.state(account.id()).recoveryCodes() > 0) ? List.of() : make(account);
	}

	/**
	 * Replaces the recovery codes.
	 * @return the new codes, to be shown once; empty for an account without a second
	 * factor
	 */
	@Transactional
	public List<String> renew(CurrentAccount account) {
		List<String> made = make(account);
		if (!made.isEmpty()) {
			this.audit.record(AuditKind.RECOVERY_CODES_RENEWED, account, account.login(), null);
		}
		return made;
	}

	private List<String> make(CurrentAccount account) {
		return this.factors.state(account.id()).isSetUp() ? this.recovery.renew(account.id()) : List.of();
	}

	private boolean useApp(CurrentAccount account, String code, boolean confirmed) {
		return this.apps.find(account.id())
			.filter((app) -> app.confirmed() == confirmed)
			.flatMap((app) -> this.cipher.decrypt(account.id(), app.secret())
				.map((secret) -> this.oneTime.findStep(secret, code, app.lastStep())))
			.filter((step) -> step.isPresent() && this.apps.use(account.id(), step.getAsLong()))
			.isPresent();
	}

	private boolean useRecoveryCode(CurrentAccount account, String code) {
		boolean used = this.recovery.use(account.id(), code);
		if (used) {
			this.audit.record(AuditKind.RECOVERY_CODE_USED, account, account.login(), null);
		}
		return used;
	}

	/** People copy codes with the blanks and hyphens that make them readable. */
	private static String clean(String entered) {
		return entered.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
	}

}
