package dev.segmentation.shared.web.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.ResolvableType;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;

/**
 * Writes JSON with its length. The server compresses every answer of unknown length, but
 * compression takes longer than sending a short answer, and the length of a compressed
 * answer tells something about its secrets. Long lists do not come here: they are
 * streamed.
 */
class SizedJsonConverter extends JacksonJsonHttpMessageConverter {

	SizedJsonConverter(JsonMapper json) {
		super(json);
	}

	@Override
	protected void writeInternal(Object value, ResolvableType type, HttpOutputMessage message,
			@Nullable Map<String, Object> hints) throws IOException {
		ByteArrayOutputStream json = new ByteArrayOutputStream();
		super.writeInternal(value, type, new Body(message.getHeaders(), json), hints);
		message.getHeaders().setContentLength(json.size());
		json.writeTo(message.getBody());
	}

	private record Body(HttpHeaders headers, OutputStream stream) implements HttpOutputMessage {

		@Override
		public HttpHeaders getHeaders() {
			return this.headers;
		}

		@Override
		public OutputStream getBody() {
			return this.stream;
		}

	}

}
