package dev.segmentation.support.drive;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * An error in Google's format.
 */
final class Refusal extends RuntimeException {

	private final int status;

	private final String reason;

	private final String words;

	Refusal(int status, String reason, String words) {
		super(words);
		this.status = status;
		this.reason = reason;
		this.words = words;
	}

	static Refusal badRequest(String words) {
		return new Refusal(400, "badRequest", words);
	}

	static Refusal notFound(String id) {
		return new Refusal(404, "notFound", "File not found: %s.".formatted(id));
	}

	FakeAnswer answer() {
		ObjectNode json = JsonMapper.shared().createObjectNode();
		ObjectNode error = json.putObject("error").put("code", this.status).put("message", this.words);
		error.putArray("errors")
			.addObject()
			.put("domain", "global")
			.put("reason", this.reason)
			.put("message", this.words);
		return FakeAnswer.json(this.status, json);
	}

}
