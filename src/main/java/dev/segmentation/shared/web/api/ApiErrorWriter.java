package dev.segmentation.shared.web.api;

import java.io.IOException;

import jakarta.servlet.http.HttpServletResponse;
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

	public void write(HttpServletResponse response, int status, String error) throws IOException {
		write(response, ResponseEntity.status(status).body(ApiError.of(error)));
	}

	public void write(HttpServletResponse response, ResponseEntity<ApiError> answer) throws IOException {
		response.setStatus(answer.getStatusCode().value());
		answer.getHeaders().forEach((name, values) -> response.setHeader(name, values.getFirst()));
		response.setContentType(MediaType.APPLICATION_JSON_VALUE);
		byte[] body = this.json.writeValueAsBytes(answer.getBody());
		response.setContentLength(body.length);
		response.getOutputStream().write(body);
	}

}
