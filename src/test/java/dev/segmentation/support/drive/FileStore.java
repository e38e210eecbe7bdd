package dev.segmentation.support.drive;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import tools.jackson.databind.JsonNode;

/**
 * The files, oldest first. The folder is in a shared drive, which only requests with
 * {@code supportsAllDrives} can see. The root folder belongs to the service account.
 */
final class FileStore {

	static final String ROOT = "root";

	static final String FOLDER = "reports";

	private final List<StoredFile> files = new ArrayList<>();

	private final AtomicInteger ids = new AtomicInteger();

	synchronized List<StoredFile> all() {
		return List.copyOf(this.files);
	}

	synchronized StoredFile find(FakeRequest request, String id) {
		StoredFile file = this.files.stream()
			.filter((each) -> each.id().equals(id))
			.findFirst()
			.orElseThrow(() -> Refusal.notFound(id));
		checkFolder(request, file.parent(), id);
		return file;
	}

	void checkFolder(FakeRequest request, String folder, String shown) {
		if (!Set.of(ROOT, FOLDER).contains(folder)
				|| (folder.equals(FOLDER) && !request.parameter("supportsAllDrives").equals("true"))) {
			throw Refusal.notFound(shown);
		}
	}

	synchronized StoredFile add(JsonNode metadata, byte[] content) {
		JsonNode parents = metadata.path("parents");
		return add(metadata.path("name").asString("Untitled"), metadata.path("mimeType").asString(""),
				parents.isEmpty() ? ROOT : parents.get(0).asString(), content);
	}

	synchronized StoredFile add(String name, String mimeType, String parent, byte[] content) {
		StoredFile file = new StoredFile("1FakeFile_%04d".formatted(this.ids.incrementAndGet()), name, mimeType, parent,
				content);
		this.files.add(file);
		return file;
	}

	synchronized void remove(String id) {
		this.files.removeIf((file) -> file.id().equals(id));
	}

}
