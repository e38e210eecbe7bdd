package dev.segmentation.report.drive;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import com.google.api.services.drive.model.Permission;
import org.jspecify.annotations.Nullable;

/**
 * Who may read a shared file, if they have the link.
 *
 * @param type how Drive calls it
 * @param domain of Google Workspace, whose accounts may; null when anyone may
 */
record Audience(String type, @Nullable String domain) {

	private static final Pattern DOMAIN = Pattern.compile("domain:([a-z0-9-]+(\\.[a-z0-9-]+)+)");

	private static final Set<String> LINKED = Set.of("anyone", "domain");

	static Audience parse(String setting) {
		String text = setting.strip().toLowerCase(Locale.ROOT);
		if (text.equals("anyone")) {
			return new Audience("anyone", null);
		}
		var matcher = DOMAIN.matcher(text);
		if (!matcher.matches()) {
			throw new IllegalArgumentException(
					"SEGMENTATION_DRIVE_SHARE must be anyone or domain:<name>, such as domain:example.com.");
		}
		return new Audience("domain", matcher.group(1));
	}

	/** Whether a permission opens a file to all who have its link. */
	static boolean isLinked(Permission permission) {
		return LINKED.contains("" + permission.getType());
	}

	boolean isOf(Permission permission) {
		return this.type.equals(permission.getType())
				&& (this.domain == null || this.domain.equalsIgnoreCase(permission.getDomain()));
	}

	/** Found by its link only, not by searching. */
	Permission toPermission() {
		return new Permission().setType(this.type)
			.setDomain(this.domain)
			.setRole("reader")
			.setAllowFileDiscovery(false);
	}

}
