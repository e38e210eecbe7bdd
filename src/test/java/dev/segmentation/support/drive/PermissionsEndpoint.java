package dev.segmentation.support.drive;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The permissions of files.
 */
final class PermissionsEndpoint {

	/** Small, so that clients must read several pages. */
	private static final int PAGE = 2;

	private final FileStore store;

	PermissionsEndpoint(FileStore store) {
		this.store = store;
	}

	FakeAnswer list(FakeRequest request) {
		FieldMask mask = FieldMask.of(request);
		List<StoredPermission> all = file(request).permissions();
		int from = Integer.parseInt("0" + request.parameter("pageToken"));
		ObjectNode page = JsonMapper.shared().createObjectNode();
		ArrayNode permissions = page.putArray("permissions");
		all.stream().skip(from).limit(PAGE).forEach((permission) -> permissions.add(permission.toJson()));
		if (from + PAGE < all.size()) {
			page.put("nextPageToken", String.valueOf(from + PAGE));
		}
		return FakeAnswer.json(200, mask.apply(page));
	}

	FakeAnswer share(FakeRequest request) {
		FieldMask mask = FieldMask.of(request);
		StoredFile file = file(request);
		JsonNode json = request.json();
		String type = json.path("type").asString("");
		@Nullable String domain = json.path("domain").asString(null);
		@Nullable String address = json.path("emailAddress").asString(null);
		boolean known = switch (type) {
			case "anyone" -> domain == null && address == null;
			case "domain" -> domain != null && address == null;
			case "user" -> domain == null && address != null;
			default -> false;
		};
		boolean discoverable = !type.equals("user") && json.path("allowFileDiscovery").asBoolean(true);
		if (!known || !json.path("role").asString("").equals("reader") || discoverable) {
			throw Refusal
				.badRequest("The specified permission is not one this Drive is meant to be asked for: " + json);
		}
		String value = Objects.toString(domain, Objects.toString(address, ""));
		StoredPermission permission = new StoredPermission(
				type.equals("anyone") ? "anyoneWithLink" : Integer.toUnsignedString(value.hashCode()) + "k", type,
				"reader", domain, address);
		file.permissions().removeIf((each) -> each.id().equals(permission.id()));
		file.permissions().add(permission);
		return FakeAnswer.json(200, mask.apply(permission.toJson()));
	}

	FakeAnswer unshare(FakeRequest request) {
		String id = request.segment(5);
		StoredFile file = file(request);
		if (Objects.equals(id, StoredPermission.MEMBER.id())) {
			throw new Refusal(403, "cannotDeletePermission", "A permission that the shared drive gives stays.");
		}
		if (!file.permissions().removeIf((permission) -> permission.id().equals(id))) {
			throw new Refusal(404, "notFound", "Permission not found: %s.".formatted(id));
		}
		return FakeAnswer.empty(204, Map.of());
	}

	private StoredFile file(FakeRequest request) {
		return this.store.find(request, request.segment(3));
	}

}
