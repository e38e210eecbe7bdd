package dev.segmentation.report.drive;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.google.api.services.drive.model.Permission;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * The readers who can open a shared file with its link.
 *
 * @param type Drive's name of the audience, {@code anyone} or {@code domain}
 * @param domain the Google Workspace domain; {@code null} for anyone
 */
record Audience(String type, @Nullable String domain) {

	private static final Pattern SETTING = Pattern.compile("anyone|domain:([a-z0-9-]+(\\.[a-z0-9-]+)+)");

	private static final Set<String> LINK_TYPES = Set.of("anyone", "domain");

	static Audience parse(String setting) {
		Matcher matcher = SETTING.matcher(setting.strip().toLowerCase(Locale.ROOT));
		Assert.isTrue(matcher.matches(),
				"SEGMENTATION_DRIVE_SHARE must be anyone, or domain: and a name, such as domain:example.com.");
		String domain = matcher.group(1);
		return new Audience((domain != null) ? "domain" : "anyone", domain);
	}

	/** Whether a permission opens a file to readers with the link. */
	static boolean isLinked(Permission permission) {
		return LINK_TYPES.contains("" + permission.getType());
	}

	boolean isOf(Permission permission) {
		return this.type.equals(permission.getType())
				&& (this.domain == null || this.domain.equalsIgnoreCase(permission.getDomain()));
	}

	/** A permission to read the file, which Drive's search does not list. */
	Permission toPermission() {
		return new Permission().setType(this.type)
			.setDomain(this.domain)
			.setRole("reader")
			.setAllowFileDiscovery(false);
	}

}
