package dev.segmentation.account.profile;

import java.util.Objects;

import dev.segmentation.audit.AuditKind;
import dev.segmentation.audit.AuditLog;
import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.refusal.ConflictException;
import dev.segmentation.shared.web.page.layout.ReaderPreferences;
import dev.segmentation.shared.web.page.layout.ReaderPreferencesStore;
import dev.segmentation.shared.web.page.layout.Theme;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads and changes the own account.
 */
@Service
public class ProfileService implements ReaderPreferencesStore {

	private final ProfileRepository profiles;

	private final AuditLog audit;

	ProfileService(ProfileRepository profiles, AuditLog audit) {
		this.profiles = profiles;
		this.audit = audit;
	}

	/**
	 * Reads the profile of an account.
	 */
	public Profile read(CurrentAccount account) {
		return this.profiles.find(account.id());
	}

	/**
	 * Changes the profile of an account. The audit gets the name and the e-mail address,
	 * if they change.
	 * @throws ConflictException when another account has the e-mail address
	 */
	@Transactional
	public void change(CurrentAccount account, Profile profile) {
		this.profiles.lock(account.id());
		Profile before = this.profiles.find(account.id());
		try {
			this.profiles.update(account.id(), profile);
		}
		catch (DuplicateKeyException ex) {
			throw new ConflictException("account.email.taken", "another account has this e-mail");
		}
		record(account, before.fullName(), profile.fullName());
		record(account, before.email(), profile.email());
	}

	private void record(CurrentAccount account, @Nullable String before, @Nullable String after) {
		if (!Objects.equals(before, after)) {
			String detail = "%s → %s".formatted(Objects.requireNonNullElse(before, "–"),
					Objects.requireNonNullElse(after, "–"));
			this.audit.record(AuditKind.PROFILE_CHANGED, account, account.login(), detail);
		}
	}

	@Override
	public ReaderPreferences find(CurrentAccount account) {
		return this.profiles.find(account.id()).preferences();
	}

	@Override
	public void changeLanguage(CurrentAccount account, @Nullable String language) {
		this.profiles.updateLanguage(account.id(), language);
	}

	@Override
	public void changeTheme(CurrentAccount account, Theme theme) {
		this.profiles.updateTheme(account.id(), theme);
	}

}
