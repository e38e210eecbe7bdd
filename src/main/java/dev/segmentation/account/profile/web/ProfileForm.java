package dev.segmentation.account.profile.web;

import java.util.Locale;

import dev.segmentation.account.profile.Profile;
import dev.segmentation.shared.PlainText;
import dev.segmentation.shared.web.EmailAddress;
import dev.segmentation.shared.web.page.layout.ReaderPreferences;
import dev.segmentation.shared.web.page.layout.Theme;
import jakarta.validation.constraints.Pattern;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * The form of the own account. An empty field has no value.
 *
 * @param language empty for the language of the browser
 * @param timeZone empty for the time zone of the browser
 * @param theme empty for the theme that the browser chose
 * @param singleKeys whether single keys are shortcuts; {@code null} for an empty checkbox
 */
record ProfileForm(
		@Nullable @CodePointLength(max = 100, message = "{profile.name.long}") @Pattern(regexp = "(?U)\\P{Cntrl}*+",
				message = "{profile.name.control}") String fullName,
		@Nullable @EmailAddress(message = "{users.email.invalid}") String email, @Nullable String language,
		@Nullable String timeZone, @Nullable String theme, @Nullable Boolean singleKeys) {

	ProfileForm(@Nullable String fullName, @Nullable String email, @Nullable String language, @Nullable String timeZone,
			@Nullable String theme, @Nullable Boolean singleKeys) {
		this.fullName = valueOf(fullName);
		this.email = valueOf(email);
		this.language = valueOf(language);
		this.timeZone = valueOf(timeZone);
		this.theme = valueOf(theme);
		this.singleKeys = Boolean.TRUE.equals(singleKeys);
	}

	static ProfileForm from(Profile profile) {
		ReaderPreferences preferences = profile.preferences();
		Theme theme = preferences.theme();
		return new ProfileForm(profile.fullName(), profile.email(), preferences.language(),
				TimeZones.current(preferences.timeZone()), (theme != null) ? theme.text() : null,
				preferences.singleKeys());
	}

	/** Ignores a value that the form does not offer. */
	Profile toProfile() {
		ReaderPreferences preferences = new ReaderPreferences(
				(this.language != null && ReaderPreferences.isLanguage(Locale.of(this.language))) ? this.language
						: null,
				(this.timeZone != null && TimeZones.exists(this.timeZone)) ? this.timeZone : null,
				Theme.parse(this.theme).orElse(null), Boolean.TRUE.equals(this.singleKeys));
		return new Profile(this.fullName, this.email, preferences);
	}

	private static @Nullable String valueOf(@Nullable String text) {
		String clean = (text != null) ? PlainText.of(text) : "";
		return StringUtils.hasLength(clean) ? clean : null;
	}

}
