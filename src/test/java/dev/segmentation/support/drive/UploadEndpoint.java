package dev.segmentation.support.drive;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Resumable uploads.
 */
final class UploadEndpoint {

	private static final String PATH = "/upload/drive/v3/files";

	private final FileStore store;

	private final String root;

	private final Map<String, UploadSession> sessions = new ConcurrentHashMap<>();

	private final AtomicLong received = new AtomicLong();

	UploadEndpoint(FileStore store, String root) {
		this.store = store;
		this.root = root;
	}

	/** The number of bytes of all uploads. */
	long received() {
		return this.received.get();
	}

	void forget() {
		this.sessions.clear();
	}

	FakeAnswer begin(FakeRequest request) {
		if (!request.parameter("uploadType").equals("resumable") || request.header("X-Upload-Content-Type").isEmpty()) {
			throw Refusal.badRequest("Only resumable uploads are understood here.");
		}
		UploadSession session = new UploadSession(this.store, FieldMask.of(request), target(request), request.json());
		String id = UUID.randomUUID().toString();
		this.sessions.put(id, session);
		return FakeAnswer.empty(200, Map.of("Location",
				"%s%s?uploadType=resumable&upload_id=%s".formatted(this.root.replaceFirst("/$", ""), PATH, id)));
	}

	/** Returns the file to replace, or null for a new file. */
	private @Nullable StoredFile target(FakeRequest request) {
		if (request.method().equals("PATCH")) {
			return this.store.find(request, request.segment(4));
		}
		if (!request.method().equals("POST") || !request.path().equals(PATH)) {
			throw new Refusal(404, "notFound", "Not Found");
		}
		JsonNode metadata = request.json();
		if (metadata.path("name").asString("").isEmpty() || metadata.path("parents").size() != 1) {
			throw Refusal.badRequest("A file needs a name, and a folder: " + metadata);
		}
		String parent = metadata.path("parents").get(0).asString();
		this.store.checkFolder(request, parent, parent);
		return null;
	}

	FakeAnswer store(FakeRequest request) {
		UploadSession session = this.sessions.get(request.parameter("upload_id"));
		if (session == null || !request.method().equals("PUT")) {
			throw new Refusal(404, "notFound", "Upload not found");
		}
		this.received.addAndGet(request.body().length);
		return session.answer(request);
	}

}
