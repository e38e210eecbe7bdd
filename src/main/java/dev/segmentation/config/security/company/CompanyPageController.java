package dev.segmentation.config.security.company;

import dev.segmentation.shared.web.page.PageController;
import dev.segmentation.shared.web.page.PageRequests;
import dev.segmentation.shared.web.page.error.KeptForm;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * Leads to the company's provider, if it answers.
 */
@PageController
class CompanyPageController {

	/** The attribute of the session with the page that was requested. */
	static final String BACK = CompanyPageController.class.getName() + ".BACK";

	private static final String PATH = "/login/company/{provider}";

	private static final int LONGEST_REASON = 300;

	/** Strangers fill the database with forms no longer than that. */
	private static final int SECONDS_TO_SIGN_IN = 600;

	private static final Logger logger = LoggerFactory.getLogger(CompanyPageController.class);

	private final ObjectProvider<ClientRegistrationRepository> registrations;

	CompanyPageController(ObjectProvider<ClientRegistrationRepository> registrations) {
		this.registrations = registrations;
	}

	/** The form that was kept waits in the session. */
	@PostMapping(PATH)
	String keep(@PathVariable String provider, @RequestParam(required = false) @Nullable String back,
			HttpServletRequest request) {
		HttpSession session = request.getSession();
		KeptForm.read(request).ifPresent((form) -> form.keepIn(session));
		session.setMaxInactiveInterval(SECONDS_TO_SIGN_IN);
		return start(provider, back, session);
	}

	@GetMapping(PATH)
	String start(@PathVariable String provider, @RequestParam(required = false) @Nullable String back,
			HttpSession session) {
		if (!isReady(provider)) {
			return "redirect:/login?company=unavailable";
		}
		session.setAttribute(BACK, PageRequests.local(back));
		return "redirect:/oauth2/authorization/" + provider;
	}

	private boolean isReady(String provider) {
		ClientRegistrationRepository known = this.registrations.getIfAvailable();
		try {
			if (known == null || known.findByRegistrationId(provider) == null) {
				throw new ResponseStatusException(HttpStatus.NOT_FOUND);
			}
			return true;
		}
		catch (IllegalArgumentException | IllegalStateException ex) {
			logger.warn("The provider {} of the company's sign-on does not answer: {}", provider,
					beginning(NestedExceptionUtils.getMostSpecificCause(ex).toString()));
			return false;
		}
	}

	/** The message contains the provider's answers, which may be long pages. */
	private static String beginning(String message) {
		String line = message.replaceAll("\\p{Cntrl}", " ");
		return line.substring(0, Math.min(LONGEST_REASON, line.length()));
	}

}
