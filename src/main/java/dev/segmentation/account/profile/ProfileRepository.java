package dev.segmentation.account.profile;

import dev.segmentation.shared.web.page.layout.ReaderPreferences;
import dev.segmentation.shared.web.page.layout.Theme;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ProfileRepository {

	private final JdbcClient jdbc;

	ProfileRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Profile find(long id) {
		return this.jdbc.sql("SELECT full_name, email, language, time_zone, theme FROM accounts WHERE id = ?")
			.param(id)
			.query((row, number) -> new Profile(row.getString("full_name"), row.getString("email"),
					new ReaderPreferences(row.getString("language"), row.getString("time_zone"),
							Theme.parse(row.getString("theme")).orElse(null))))
			.single();
	}

	/**
	 * Locks the account until the end of the transaction.
	 */
	void lock(long id) {
		this.jdbc.sql("SELECT FROM accounts WHERE id = ? FOR NO KEY UPDATE").param(id).query().singleRow();
	}

	void update(long id, Profile profile) {
		ReaderPreferences preferences = profile.preferences();
		this.jdbc
			.sql("""
					UPDATE accounts
					SET full_name = :name, email = :email,
					    email_confirmed = email_confirmed AND lower(email) IS NOT DISTINCT FROM lower(:email), language = :language, time_zone = :zone, theme = :theme
					WHERE id = :id
					""")
			.param("id", id)
			.param("name", profile.fullName())
			.param("email", profile.email())
			.param("language", preferences.language())
			.param("zone", preferences.timeZone())
			.param("theme", text(preferences.theme()))
			.update();
	}

	void updateLanguage(long id, @Nullable String language) {
		this.jdbc.sql("UPDATE accounts SET language = :language WHERE id = :id")
			.param("language", language)
			.param("id", id)
			.update();
	}

	void updateTheme(long id, Theme theme) {
		this.jdbc.sql("UPDATE accounts SET theme = ? WHERE id = ?").params(theme.text(), id).update();
	}

	private static @Nullable String text(@Nullable Theme theme) {
		return (theme != null) ? theme.text() : null;
	}

}
