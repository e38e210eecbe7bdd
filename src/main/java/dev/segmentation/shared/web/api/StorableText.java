package dev.segmentation.shared.web.api;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;

/**
 * Reads strings. Refuses strings that the database cannot store: with a NUL character or
 * an unpaired surrogate.
 */
class StorableText extends StringDeserializer {

	@Override
	public String deserialize(JsonParser parser, DeserializationContext context) {
		String text = super.deserialize(parser, context);
		if (text.codePoints()
			.anyMatch((c) -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE))) {
			return (String) context.handleWeirdStringValue(String.class, text, "has a character that no text holds");
		}
		return text;
	}

}
