package dev.segmentation.shared.web.api.v2;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * A text of a partial change, which can be removed: {@code null} in JSON is a
 * {@code Clearable} without text, and an absent field is no {@code Clearable}.
 */
@JsonDeserialize(using = Clearable.Deserializer.class)
public record Clearable(@Nullable String text) {

	static final class Deserializer extends ValueDeserializer<Clearable> {

		@Override
		public Clearable deserialize(JsonParser parser, DeserializationContext context) {
			return new Clearable(context.readValue(parser, String.class));
		}

		@Override
		public Clearable getNullValue(DeserializationContext context) {
			return new Clearable(null);
		}

		@Override
		public @Nullable Object getAbsentValue(DeserializationContext context) {
			return null;
		}

	}

}
