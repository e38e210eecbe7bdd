package dev.segmentation.shared.web.page.layout;

import dev.segmentation.shared.CurrentAccount;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the preferences of accounts.
 */
public interface ReaderPreferencesStore {

	/**
	 * Finds the preferences of an account.
	 */
	ReaderPreferences find(CurrentAccount account);

	/**
	 * Changes the language of an account.
	 * @param language {@code null} for that of the browser
	 */
	void changeLanguage(CurrentAccount account, @Nullable String language);

	/**
	 * Changes the theme of an account.
	 */
	void changeTheme(CurrentAccount account, Theme theme);

}
