package dev.segmentation.config.security.page;

import java.io.IOException;

import dev.segmentation.shared.web.page.PageRequests;
import dev.segmentation.shared.web.page.error.KeptForm;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;

/**
 * Shows a refused form of a signed-in account, so that the user can send it again.
 */
final class SendAgain {

	private SendAgain() {
	}

	static void ask(KeptForm form, HttpServletRequest request, HttpServletResponse response)
			throws IOException, ServletException {
		if (PageRequests.isHtmx(request)) {
			response.setHeader(KeptForm.HEADER, "form");
			response.sendError(HttpStatus.FORBIDDEN.value());
		}
		else {
			request.setAttribute(KeptForm.ATTRIBUTE, form);
			request.getRequestDispatcher("/login/again").forward(request, response);
		}
	}

}
