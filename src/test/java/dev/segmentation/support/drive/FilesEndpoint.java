package dev.segmentation.support.drive;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Searches files and shows them.
 */
final class FilesEndpoint {

	private final FileStore store;

	FilesEndpoint(FileStore store) {
		this.store = store;
	}

	FakeAnswer list(FakeRequest request) {
		if (!request.method().equals("GET") || !request.path().equals("/drive/v3/files")) {
			throw new Refusal(404, "notFound", "Not Found");
		}
		FieldMask mask = FieldMask.of(request);
		Query query = Query.parse(request.parameter("q"));
		this.store.checkFolder(request, query.folder(), "");
		if (!List.of("", "createdTime").contains(request.parameter("orderBy"))) {
			throw new Refusal(400, "invalid", "Invalid Value");
		}
		ObjectNode page = JsonMapper.shared().createObjectNode().put("kind", "drive#fileList");
		ArrayNode files = page.putArray("files");
		if (!query.folder().equals(FileStore.FOLDER) || request.parameter("includeItemsFromAllDrives").equals("true")) {
			this.store.all()
				.stream()
				.filter(query.matches())
				.limit(Integer.parseInt("0" + request.parameter("pageSize")))
				.forEach((file) -> files.add(file.toJson()));
		}
		return FakeAnswer.json(200, mask.apply(page));
	}

	FakeAnswer trash(FakeRequest request) {
		FieldMask mask = FieldMask.of(request);
		StoredFile file = this.store.find(request, request.segment(3));
		if (!request.json().path("trashed").asBoolean(false)) {
			throw Refusal.badRequest("Files are only moved to the trash here.");
		}
		file.trash();
		return FakeAnswer.json(200, mask.apply(file.toJson()));
	}

	/** Answers to a reader who has only the link. */
	FakeAnswer view(FakeRequest request) {
		String id = request.segment(2);
		StoredFile file = this.store.all()
			.stream()
			.filter((each) -> each.id().equals(id))
			.findFirst()
			.orElseThrow(() -> Refusal.notFound(id));
		if (!file.sharedWith().contains("anyone")) {
			return new FakeAnswer(403, Map.of("Content-Type", "text/plain"),
					"You need access\n".getBytes(StandardCharsets.UTF_8));
		}
		return new FakeAnswer(200, Map.of("Content-Type", file.mimeType()), file.content());
	}

}
