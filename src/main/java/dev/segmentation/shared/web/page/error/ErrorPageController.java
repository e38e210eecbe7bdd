package dev.segmentation.shared.web.page.error;

import java.io.IOException;
import java.util.regex.Pattern;

import dev.segmentation.shared.RequestChanges;
import dev.segmentation.shared.database.DatabaseOutage;
import dev.segmentation.shared.database.FullDisk;
import dev.segmentation.shared.web.api.ApiError;
import dev.segmentation.shared.web.api.ApiErrorWriter;
import dev.segmentation.shared.web.api.ApiFailures;
import dev.segmentation.shared.web.page.PageController;
import dev.segmentation.shared.web.page.PageRequests;
import dev.segmentation.shared.web.page.Toast;
import dev.segmentation.shared.web.turn.BusyAnswer;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Answers requests that no controller answered: unknown routes, wrong methods, refusals
 * and failures. Browsers get a page, htmx gets a toast, and programs get JSON.
 */
@Hidden
@PageController
class ErrorPageController implements ErrorController {

	/** Name of the request attribute with an answer whose cause is in the log. */
	static final String ANSWER = ErrorPageController.class.getName();

	private static final String UNKNOWN = "error.unknown";

	/** Name of the request attribute with the form whose result is unknown. */
	private static final String AGAIN = "again";

	private static final Pattern API_PATH = Pattern.compile("/(api|ping)\\b");

	@RequestMapping("${spring.web.error.path:/error}")
	Object error(HttpServletRequest request, HttpServletResponse response, Model model) {
		ResponseEntity<ApiError> answer = answer(request);
		ApiError error = answer.getBody();
		if (!isForBrowser(request) || error == null) {
			return ApiErrorWriter.answer("" + request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI), answer);
		}
		String key = key(request, answer.getStatusCode());
		response.setStatus(answer.getStatusCode().value());
		answer.getHeaders().forEach((name, values) -> response.setHeader(name, values.getFirst()));
		model.addAttribute("key", key);
		if (key.equals(UNKNOWN)) {
			// The handler's own message says that the change was made.
			model.addAttribute(Toast.ATTRIBUTE, null);
		}
		model.addAttribute(AGAIN, request.getAttribute(AGAIN));
		model.addAttribute("more", request.getAttribute(ErrorText.MORE));
		model.addAttribute("status", answer.getStatusCode().value());
		model.addAttribute("reference", error.reference());
		model.addAttribute("requestId", response.getHeader("X-Request-Id"));
		if (!PageRequests.isHtmx(request)) {
			reloadIfUnavailable(request, response, model);
			return "error/page";
		}
		String reference = error.reference();
		model.addAttribute(Toast.ATTRIBUTE,
				(reference != null) ? Toast.error(key + ".toast", reference) : Toast.error(key + ".toast"));
		return "layout/toasts :: toast";
	}

	private static String key(HttpServletRequest request, HttpStatusCode status) {
		if (request.getAttribute(BusyAnswer.ATTRIBUTE) != null) {
			return "error.busy";
		}
		return (request.getAttribute(ErrorText.KEY) instanceof String specific) ? specific
				: "error." + Failure.of(status).key();
	}

	/**
	 * Logs an unexpected exception and answers it.
	 */
	static void send(Throwable failure, HttpServletRequest request, HttpServletResponse response) throws IOException {
		ResponseEntity<ApiError> answer = ApiFailures.answer(failure);
		request.setAttribute(ANSWER, answer);
		if (DatabaseOutage.isReadOnly(failure)) {
			request.setAttribute(ErrorText.KEY, "error.read_only");
		}
		else if (RequestChanges.arePossible()) {
			request.setAttribute(ErrorText.KEY, UNKNOWN);
			KeptForm.again(request).ifPresent((form) -> request.setAttribute(AGAIN, form));
		}
		else if (FullDisk.isCauseOf(failure)) {
			request.setAttribute(ErrorText.KEY, "error.disk_full");
		}
		response.sendError(answer.getStatusCode().value());
	}

	/** The result of a form is not requested again: the user sends the form. */
	private static void reloadIfUnavailable(HttpServletRequest request, HttpServletResponse response, Model model) {
		boolean reload = DatabaseOutageFilter.isUnavailable(request)
				&& HttpMethod.GET.matches("" + request.getAttribute(RequestDispatcher.ERROR_METHOD));
		model.addAttribute("reload", reload);
		if (reload) {
			response.setHeader("Refresh", response.getHeader(HttpHeaders.RETRY_AFTER));
		}
	}

	@SuppressWarnings("unchecked")
	private static ResponseEntity<ApiError> answer(HttpServletRequest request) {
		if (request.getAttribute(ANSWER) instanceof ResponseEntity<?> logged) {
			return (ResponseEntity<ApiError>) logged;
		}
		if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure) {
			return ApiFailures.answer((failure.getCause() != null) ? failure.getCause() : failure);
		}
		HttpStatus status = status(request);
		return ResponseEntity.status(status).body(ApiError.of(status));
	}

	private static HttpStatus status(HttpServletRequest request) {
		Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
		HttpStatus status = (code instanceof Integer number) ? HttpStatus.resolve(number) : null;
		return (status != null) ? status : HttpStatus.NOT_FOUND;
	}

	/** The API answers with JSON, whatever the client accepts. */
	private static boolean isForBrowser(HttpServletRequest request) {
		Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
		return PageRequests.wantsPage(request)
				&& !(path instanceof String requested && API_PATH.matcher(requested).lookingAt());
	}

}
