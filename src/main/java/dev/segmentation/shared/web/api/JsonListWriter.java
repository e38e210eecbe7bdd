package dev.segmentation.shared.web.api;

import java.io.IOException;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * Writes long lists as a stream, in constant memory.
 */
@Component
public class JsonListWriter {

	private final JsonMapper json;

	JsonListWriter(JsonMapper json) {
		this.json = json;
	}

	/**
	 * Writes {@code {"<name>": [...]}}, and {@code "next": <id of the last item>} when
	 * there are more items than the limit.
	 * @param limit the largest number of items; {@code null} for all
	 * @param source passes on the items, including one more than the limit if it exists
	 */
	public <T> void write(HttpServletResponse response, String name, @Nullable Integer limit, ToLongFunction<T> id,
			Consumer<Consumer<T>> source) throws IOException {
		response.setContentType(MediaType.APPLICATION_JSON_VALUE);
		// Stays open after a failure, because closing would send an answer that looks
		// complete.
		JsonGenerator generator = this.json.createGenerator(response.getOutputStream());
		generator.writeStartObject();
		generator.writeArrayPropertyStart(name);
		Items<T> items = new Items<>(generator, limit, id);
		source.accept(items);
		generator.writeEndArray();
		if (items.more) {
			generator.writeNumberProperty("next", items.last);
		}
		generator.writeEndObject();
		generator.close();
	}

	private static final class Items<T> implements Consumer<T> {

		private final JsonGenerator generator;

		private final @Nullable Integer limit;

		private final ToLongFunction<T> id;

		private long count;

		private long last;

		private boolean more;

		private Items(JsonGenerator generator, @Nullable Integer limit, ToLongFunction<T> id) {
			this.generator = generator;
			this.limit = limit;
			this.id = id;
		}

		@Override
		public void accept(T item) {
			if (this.limit != null && this.count == this.limit) {
				this.more = true;
				return;
			}
			this.generator.writePOJO(item);
			this.last = this.id.applyAsLong(item);
			this.count++;
		}

	}

}
