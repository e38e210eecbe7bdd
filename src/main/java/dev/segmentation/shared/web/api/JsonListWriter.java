package dev.segmentation.shared.web.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;

import dev.segmentation.shared.web.stream.StreamedAnswers;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * Writes lists of any size in constant memory.
 */
@Component
public class JsonListWriter {

	private static final int SHORT_BYTES = 64 * 1024;

	/**
	 * So many items always have more bytes than a short list. The database finds the
	 * first items in the order of an index, but would sort and join all of a long list
	 * before it sends the first.
	 */
	private static final int MORE_THAN_SHORT = SHORT_BYTES / 8;

	private final JsonMapper json;

	private final StreamedAnswers streams;

	JsonListWriter(JsonMapper json, StreamedAnswers streams) {
		this.json = json;
		this.streams = streams;
	}

	/**
	 * Writes {@code {"<name>": [...]}}, and {@code "next": <id of the last item>} when
	 * there are more items than the limit. A short list never waits for long ones: a list
	 * that turns out to be long is read again from its start, as a stream.
	 * @param part the requested part of the list
	 */
	public <T> void write(HttpServletResponse response, String name, ListRequest part, ToLongFunction<T> id,
			Source<T> source) throws IOException {
		Integer all = part.limitAndOne();
		Integer first = (all != null) ? Math.min(all, MORE_THAN_SHORT) : MORE_THAN_SHORT;
		ByteArrayOutputStream list = new ByteArrayOutputStream();
		try {
			write(list, name, part.limit(), id, (items) -> source.read(first, (item) -> {
				items.accept(item);
				requireShort(list);
			}));
		}
		catch (LongListException ex) {
			this.streams.send(response, () -> response.setContentType(MediaType.APPLICATION_JSON_VALUE),
					(out) -> write(out, name, part.limit(), id, (items) -> source.read(all, items)));
			return;
		}
		response.setContentType(MediaType.APPLICATION_JSON_VALUE);
		list.writeTo(response.getOutputStream());
	}

	private static void requireShort(ByteArrayOutputStream list) {
		if (list.size() > SHORT_BYTES) {
			throw new LongListException();
		}
	}

	private <T> void write(OutputStream out, String name, @Nullable Integer limit, ToLongFunction<T> id,
			Consumer<Consumer<T>> source) {
		// Stays open after a failure, because closing would write the end of the list.
		JsonGenerator generator = this.json.createGenerator(out);
		generator.writeStartObject();
		generator.writeArrayPropertyStart(name);
		Items<T> items = new Items<>(generator, limit, id);
		source.accept(items);
		generator.writeEndArray();
		if (items.more) {
			generator.writeNumberProperty("next", items.last);
		}
		generator.writeEndObject();
		generator.flush();
	}

	/**
	 * A list in the database.
	 */
	@FunctionalInterface
	public interface Source<T> {

		/**
		 * Passes on the items.
		 * @param limit the largest number of items; {@code null} for all
		 */
		void read(@Nullable Integer limit, Consumer<T> items);

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

	/** Ends reading a list that is too long for the memory. */
	private static final class LongListException extends RuntimeException {

	}

}
