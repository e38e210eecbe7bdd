package dev.segmentation.shared.web.api;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Writes the records that handlers return. Spring would choose a type and a converter for
 * each answer, which is always JSON.
 */
class JsonAnswers implements HandlerMethodReturnValueHandler {

	private final JsonMapper json;

	private final Map<Class<?>, ObjectWriter> writers = new ConcurrentHashMap<>();

	JsonAnswers(JsonMapper json) {
		this.json = json;
	}

	@Override
	public boolean supportsReturnType(MethodParameter type) {
		return type.getParameterType().isRecord();
	}

	@Override
	public void handleReturnValue(@Nullable Object value, MethodParameter type, ModelAndViewContainer container,
			NativeWebRequest request) throws IOException {
		container.setRequestHandled(true);
		HttpServletResponse response = Objects.requireNonNull(request.getNativeResponse(HttpServletResponse.class));
		byte[] body = this.writers.computeIfAbsent(type.getParameterType(), this.json::writerFor)
			.writeValueAsBytes(value);
		response.setContentType(MediaType.APPLICATION_JSON_VALUE);
		response.setContentLength(body.length);
		response.getOutputStream().write(body);
	}

}
