package dev.segmentation.account.profile;

import dev.segmentation.shared.web.page.layout.ReaderPreferences;
import org.jspecify.annotations.Nullable;

/**
 * What a person may change of the own account.
 *
 * @param fullName the person's name, at most 100 characters
 * @param email the e-mail address, which no other account has
 */
public record Profile(@Nullable String fullName, @Nullable String email, ReaderPreferences preferences) {
}
