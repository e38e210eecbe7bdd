package dev.segmentation.account.factor.code;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;

import dev.segmentation.account.factor.SecondFactors;
import dev.segmentation.audit.AuditKind;
import dev.segmentation.audit.AuditLog;
import dev.segmentation.shared.CurrentAccount;
import org.apache.commons.codec.binary.Base32;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.util.UriUtils;

/**
 * Sets up and removes authenticator apps.
 */
@Service
public class AuthenticatorApps {

	private static final int SECRET_BYTES = 20;

	private static final String APP = "app";

	private final SecureRandom random = new SecureRandom();

	private final AuthenticatorAppRepository apps;

	private final SecretCipher cipher;

	private final SecondFactorCodes codes;

	private final SecondFactors factors;

	private final AuditLog audit;

	AuthenticatorApps(AuthenticatorAppRepository apps, SecretCipher cipher, SecondFactorCodes codes,
			SecondFactors factors, AuditLog audit) {
		this.apps = apps;
		this.cipher = cipher;
		this.codes = codes;
		this.factors = factors;
		this.audit = audit;
	}

	/**
	 * Begins to set an app up, with a new secret. An account with an app keeps it.
	 */
	public void begin(CurrentAccount account) {
		byte[] secret = new byte[SECRET_BYTES];
		this.random.nextBytes(secret);
		this.apps.begin(account.id(), this.cipher.encrypt(account.id(), secret));
	}

	/**
	 * Returns the data of the app that is being set up.
	 * @param issuer the name under which the app lists the account
	 */
	public Optional<AppSetup> findSetup(CurrentAccount account, String issuer) {
		return this.apps.find(account.id())
			.filter((app) -> !app.confirmed())
			.flatMap((app) -> this.cipher.decrypt(account.id(), app.secret()))
			.map((secret) -> setup(account, issuer, new Base32().encodeToString(secret)));
	}

	private static AppSetup setup(CurrentAccount account, String issuer, String key) {
		String link = "otpauth://totp/%s:%s?secret=%s&issuer=%s".formatted(encode(issuer), encode(account.login()), key,
				encode(issuer));
		return new AppSetup(key.replaceAll("(.{4})(?!$)", "$1 "), link, QrCode.of(link));
	}

	private static String encode(String text) {
		return UriUtils.encode(text, StandardCharsets.UTF_8);
	}

	/**
	 * Finishes the setup with the app's first code.
	 */
	@Transactional
	public CodeAnswer confirm(CurrentAccount account, String code) {
		CodeAnswer answer = this.codes.checkApp(account, code);
		if (answer instanceof CodeAnswer.Correct) {
			this.apps.confirm(account.id());
			this.audit.record(AuditKind.SECOND_FACTOR_ADDED, account, account.login(), APP);
		}
		return answer;
	}

	/**
	 * Removes the account's app.
	 */
	@Transactional
	public void remove(CurrentAccount account) {
		if (this.apps.delete(account.id())) {
			this.audit.record(AuditKind.SECOND_FACTOR_REMOVED, account, account.login(), APP);
		}
		this.factors.removedOne(account.id());
	}

}
