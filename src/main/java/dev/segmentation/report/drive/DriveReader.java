package dev.segmentation.report.drive;

import com.google.api.services.drive.model.Permission;
import org.jspecify.annotations.Nullable;

/**
 * Accounts that can read a shared file.
 *
 * @param type {@code anyone}, {@code domain} or {@code user}
 * @param value the domain or the e-mail address; empty for everyone
 */
public record DriveReader(String type, String value) {

	private static final String ROLE = "reader";

	static DriveReader parse(String text) {
		String[] parts = text.split(":", 2);
		return new DriveReader(parts[0], (parts.length > 1) ? parts[1] : "");
	}

	private boolean isUser() {
		return this.type.equals("user");
	}

	/** Whether a permission is the one that {@link #toPermission} gives. */
	boolean has(Permission permission) {
		@Nullable String given = isUser() ? permission.getEmailAddress() : permission.getDomain();
		return this.type.equals(permission.getType()) && this.value.equalsIgnoreCase((given != null) ? given : "")
				&& (!isUser() || ROLE.equals(permission.getRole()));
	}

	/** Drive's search does not list the file for readers who have only the link. */
	Permission toPermission() {
		return new Permission().setType(this.type)
			.setRole(ROLE)
			.setDomain(this.type.equals("domain") ? this.value : null)
			.setEmailAddress(isUser() ? this.value : null)
			.setAllowFileDiscovery(isUser() ? null : false);
	}

	@Override
	public String toString() {
		return this.value.isEmpty() ? this.type : this.type + ":" + this.value;
	}

}
