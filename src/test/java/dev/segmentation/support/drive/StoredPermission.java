package dev.segmentation.support.drive;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A permission of a file.
 */
public record StoredPermission(String id, String type, String role, @Nullable String domain,
		@Nullable String emailAddress) {

	public StoredPermission(String id, String type, String role, @Nullable String domain) {
		this(id, type, role, domain, null);
	}

	static final StoredPermission MEMBER = new StoredPermission("7", "user", "fileOrganizer", null);

	ObjectNode toJson() {
		ObjectNode json = JsonMapper.shared()
			.createObjectNode()
			.put("kind", "drive#permission")
			.put("id", this.id)
			.put("type", this.type)
			.put("role", this.role);
		if (this.emailAddress != null) {
			json.put("emailAddress", this.emailAddress);
		}
		return (this.domain != null) ? json.put("domain", this.domain) : json;
	}

}
