package dev.segmentation.support.drive;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A file on the local Drive.
 */
public final class StoredFile {

	private final String id;

	private final String name;

	private final String mimeType;

	private final String parent;

	private volatile byte[] content;

	private volatile boolean trashed;

	private final List<StoredPermission> permissions = new CopyOnWriteArrayList<>(List.of(StoredPermission.MEMBER));

	StoredFile(String id, String name, String mimeType, String parent, byte[] content) {
		this.id = id;
		this.name = name;
		this.mimeType = mimeType;
		this.parent = parent;
		this.content = content;
	}

	public String id() {
		return this.id;
	}

	public String name() {
		return this.name;
	}

	public String mimeType() {
		return this.mimeType;
	}

	public String parent() {
		return this.parent;
	}

	public byte[] content() {
		return this.content;
	}

	void replace(byte[] content) {
		this.content = content;
	}

	/** Moves the file to the trash. */
	public void trash() {
		this.trashed = true;
	}

	public boolean isTrashed() {
		return this.trashed;
	}

	/** The permissions of the file. The list can be changed. */
	public List<StoredPermission> permissions() {
		return this.permissions;
	}

	/** The link permissions as {@code type} or {@code type:value}. */
	public List<String> sharedWith() {
		return this.permissions.stream()
			.filter((permission) -> !permission.equals(StoredPermission.MEMBER))
			.map((permission) -> Stream.of(permission.type(), permission.domain(), permission.emailAddress())
				.filter(Objects::nonNull)
				.collect(Collectors.joining(":")))
			.toList();
	}

	ObjectNode toJson() {
		ObjectNode json = JsonMapper.shared()
			.createObjectNode()
			.put("kind", "drive#file")
			.put("id", this.id)
			.put("name", this.name)
			.put("mimeType", this.mimeType);
		json.putArray("parents").add(this.parent);
		return json;
	}

}
