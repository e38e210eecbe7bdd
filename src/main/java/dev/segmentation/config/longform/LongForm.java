package dev.segmentation.config.longform;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.segmentation.shared.web.stream.StoredText;
import org.apache.coyote.BadRequestException;

/**
 * A form with one long field, which goes to a file while it arrives. The others stay in
 * memory, and have 64 KB together, like a whole form elsewhere.
 */
final class LongForm {

	private static final int SHORT_BYTES = 64 * 1024;

	/** The memory for a field without its text. Tomcat allows 1,000 fields. */
	private static final int FIELD_BYTES = 64;

	private final Map<String, List<String>> fields = new LinkedHashMap<>();

	private final FormDecoder decoder;

	private int shortBytes;

	private LongForm(FormDecoder decoder) {
		this.decoder = decoder;
	}

	/**
	 * Reads a form.
	 * @param limit the largest number of bytes
	 * @param longField the name of the field that goes to the file
	 * @return the fields, of which the long one has the mark of the file
	 */
	static Map<String, List<String>> read(InputStream body, long limit, String longField, StoredText file)
			throws IOException {
		LongForm form = new LongForm(new FormDecoder(body, limit));
		int end = '&';
		while (end != -1) {
			end = form.readField(longField, file);
		}
		return form.fields;
	}

	private int readField(String longField, StoredText file) throws IOException {
		ByteArrayOutputStream name = new ShortField();
		int end = this.decoder.copyTo(name, '=');
		String key = name.toString(StandardCharsets.UTF_8);
		ByteArrayOutputStream value = new ShortField();
		if (end == '=' && key.equals(longField)) {
			end = this.decoder.copyTo(file, '&');
			value.writeBytes(end(file, key).getBytes(StandardCharsets.UTF_8));
		}
		else if (end == '=') {
			end = this.decoder.copyTo(value, '&');
		}
		this.shortBytes += FIELD_BYTES;
		this.fields.computeIfAbsent(key, (newKey) -> new ArrayList<>()).add(value.toString(StandardCharsets.UTF_8));
		return end;
	}

	private String end(StoredText file, String key) throws IOException {
		if (this.fields.containsKey(key)) {
			throw new BadRequestException("The form has two long texts");
		}
		return file.end();
	}

	private final class ShortField extends ByteArrayOutputStream {

		@Override
		public synchronized void write(int value) {
			if (++LongForm.this.shortBytes > SHORT_BYTES) {
				throw FormDecoder.tooLarge();
			}
			super.write(value);
		}

	}

}
