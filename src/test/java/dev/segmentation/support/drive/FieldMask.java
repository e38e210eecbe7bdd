package dev.segmentation.support.drive;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reduces an answer to the fields of the parameter {@code fields=a,b(c,d)}. Without the
 * parameter Google answers with default fields, and this Drive refuses.
 *
 * @param fields the masks of the values by field name; an empty mask keeps the whole
 * value
 */
record FieldMask(Map<String, FieldMask> fields) {

	private static final Pattern FIELD = Pattern.compile("(\\w+)(?:\\(([\\w,]+)\\))?(?:,|$)");

	static FieldMask of(FakeRequest request) {
		return parse(request.parameter("fields"));
	}

	private static FieldMask parse(String text) {
		Map<String, FieldMask> fields = new LinkedHashMap<>();
		Matcher matcher = FIELD.matcher(text);
		int position = 0;
		while (position < text.length() && matcher.find(position) && matcher.start() == position) {
			String inner = matcher.group(2);
			fields.put(matcher.group(1), (inner != null) ? parse(inner) : new FieldMask(Map.of()));
			position = matcher.end();
		}
		if (fields.isEmpty() || position != text.length()) {
			throw new Refusal(400, "invalidParameter", "Invalid field selection " + text);
		}
		return new FieldMask(fields);
	}

	JsonNode apply(JsonNode json) {
		if (this.fields.isEmpty()) {
			return json;
		}
		if (json.isArray()) {
			ArrayNode masked = JsonMapper.shared().createArrayNode();
			json.forEach((each) -> masked.add(apply(each)));
			return masked;
		}
		ObjectNode masked = JsonMapper.shared().createObjectNode();
		this.fields.forEach((name, inner) -> {
			if (json.has(name)) {
				masked.set(name, inner.apply(json.get(name)));
			}
		});
		return masked;
	}

}
