package dev.segmentation.support.drive;

import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One resumable upload.
 */
final class UploadSession {

	private static final Pattern RANGE = Pattern.compile("bytes (?:\\*|(\\d+)-(\\d+))/(\\*|\\d+)");

	private static final int UNIT = 256 * 1024;

	private final FileStore store;

	private final FieldMask mask;

	private @Nullable StoredFile file;

	private final JsonNode metadata;

	private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

	private boolean complete;

	UploadSession(FileStore store, FieldMask mask, @Nullable StoredFile file, JsonNode metadata) {
		this.store = store;
		this.mask = mask;
		this.file = file;
		this.metadata = metadata;
	}

	synchronized FakeAnswer answer(FakeRequest request) {
		Matcher range = RANGE.matcher(request.header("Content-Range"));
		if (!range.matches() || !request.header("Content-Encoding").isEmpty()) {
			throw Refusal.badRequest("Bytes as they are, and a Content-Range, are expected.");
		}
		if (range.group(1) == null) {
			return status(request, range.group(3));
		}
		long from = Long.parseLong(range.group(1));
		long until = Long.parseLong(range.group(2)) + 1;
		check(request, from, until, range.group(3));
		this.bytes.writeBytes(request.body());
		return status(range.group(3));
	}

	private FakeAnswer status(FakeRequest request, String total) {
		if (request.body().length != 0) {
			throw Refusal.badRequest("A question about an upload has no body.");
		}
		return status(total);
	}

	private void check(FakeRequest request, long from, long until, String total) {
		boolean last = total.equals(String.valueOf(until));
		boolean fits = from == this.bytes.size() && Long.parseLong(request.header("Content-Length")) == until - from;
		boolean whole = last || (until - from) % UNIT == 0;
		if (this.complete || !fits || !whole || (!total.equals("*") && until > Long.parseLong(total))) {
			throw Refusal.badRequest(
					"%s does not follow on %d bytes.".formatted(request.header("Content-Range"), this.bytes.size()));
		}
	}

	private FakeAnswer status(String total) {
		if (!this.complete && total.equals(String.valueOf(this.bytes.size()))) {
			complete();
		}
		if (this.complete && this.file != null) {
			return FakeAnswer.json(200, this.mask.apply(this.file.toJson()));
		}
		return FakeAnswer.empty(308,
				(this.bytes.size() == 0) ? Map.of() : Map.of("Range", "bytes=0-" + (this.bytes.size() - 1)));
	}

	private void complete() {
		this.complete = true;
		if (this.file == null) {
			this.file = this.store.add(this.metadata, this.bytes.toByteArray());
		}
		else {
			this.file.replace(this.bytes.toByteArray());
		}
	}

}
