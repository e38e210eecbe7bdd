package dev.segmentation.shared.web.api;

import java.io.IOException;

import dev.segmentation.shared.web.api.v2.Problem;
import dev.segmentation.shared.web.api.v2.Version2;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Writes errors in filters, where no controller can return them.
 */
@Component
public class ApiErrorWriter {

	private final JsonMapper json;

	ApiErrorWriter(JsonMapper json) {
		this.json = json;
	}

	public void write(HttpServletRequest request, HttpServletResponse response, int status, String error)
			throws IOException {
		write(request, response, ResponseEntity.status(status).body(ApiError.of(error)));
	}

	public void write(HttpServletRequest request, HttpServletResponse response, ResponseEntity<ApiError> error)
			throws IOException {
		ResponseEntity<?> answer = answer(request.getRequestURI(), error);
		response.setStatus(answer.getStatusCode().value());
		answer.getHeaders().forEach((name, values) -> response.setHeader(name, values.getFirst()));
		byte[] body = this.json.writeValueAsBytes(answer.getBody());
		response.setContentLength(body.length);
		response.getOutputStream().write(body);
	}

	/**
	 * Returns the answer with an error as the version of a path writes it.
	 * @param path {@code null} when the request could not be read
	 */
	public static ResponseEntity<?> answer(@Nullable String path, ResponseEntity<ApiError> error) {
		ApiError body = (error.getBody() != null) ? error.getBody() : ApiError.of(error.getStatusCode());
		if (path != null && path.startsWith(Version2.PATHS)) {
			return Problem.of(error.getStatusCode().value(), body).answer(error.getHeaders());
		}
		return ResponseEntity.status(error.getStatusCode())
			.headers(error.getHeaders())
			.contentType(MediaType.APPLICATION_JSON)
			.body(body);
	}

}
