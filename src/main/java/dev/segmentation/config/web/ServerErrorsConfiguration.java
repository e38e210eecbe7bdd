package dev.segmentation.config.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicBoolean;

import dev.segmentation.shared.web.api.ApiError;
import dev.segmentation.shared.web.api.ApiErrorWriter;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;

/**
 * Answers errors of Tomcat itself, such as a malformed request line, with the JSON of the
 * API.
 */
@Configuration(proxyBeanMethods = false)
class ServerErrorsConfiguration {

	@Bean
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> serverErrors(ObjectProvider<ApiErrorWriter> errors) {
		return (factory) -> factory.addContextCustomizers(
				(context) -> context.getParent().getPipeline().addValve(new JsonErrorReport(errors)));
	}

	private static final class JsonErrorReport extends ErrorReportValve {

		private final ObjectProvider<ApiErrorWriter> errors;

		private JsonErrorReport(ObjectProvider<ApiErrorWriter> errors) {
			this.errors = errors;
		}

		@Override
		protected void report(Request request, Response response, @Nullable Throwable failure) {
			int status = response.getStatus();
			if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
				return;
			}
			if (isConnectionBroken(request)) {
				response.setHeader(HttpHeaders.CONNECTION, "close");
			}
			HttpStatusCode code = HttpStatusCode.valueOf(status);
			try {
				this.errors.getObject().write(request, response, ResponseEntity.status(code).body(ApiError.of(code)));
				response.finishResponse();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		/**
		 * Whether Tomcat closes the connection because it cannot read the next request.
		 */
		private static boolean isConnectionBroken(Request request) {
			AtomicBoolean broken = new AtomicBoolean();
			request.getCoyoteRequest().action(ActionCode.IS_ERROR, broken);
			return broken.get();
		}

	}

}
