package dev.segmentation.account.web;

import java.util.Optional;
import java.util.Set;

import dev.segmentation.account.company.CompanyClients;
import dev.segmentation.account.company.LocalSignIn;
import dev.segmentation.account.session.SessionProperties;
import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.web.page.PageController;
import dev.segmentation.shared.web.page.PageRequests;
import dev.segmentation.shared.web.page.error.KeptForm;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The sign-in page. Spring Security processes its form.
 */
@PageController
class LoginPageController {

	private static final String VIEW = "account/login";

	/** Why the company's sign-on has failed. */
	private static final Set<String> FAILURES = Set.of("unavailable", "no_role", "disabled", "cancelled", "failed");

	private final CompanyClients company;

	private final LocalSignIn local;

	private final SessionProperties sessions;

	LoginPageController(CompanyClients company, LocalSignIn local, SessionProperties sessions) {
		this.company = company;
		this.local = local;
		this.sessions = sessions;
	}

	@ModelAttribute
	void company(Model model) {
		model.addAttribute("companies", this.company.choices()).addAttribute("localSignIn", this.local.isOpen());
	}

	@ModelAttribute("rememberedDays")
	long rememberedDays() {
		return this.sessions.remember().toDays();
	}

	@GetMapping("/login")
	String show(@RequestParam(required = false) @Nullable String back,
			@RequestParam(required = false) @Nullable String ended,
			@RequestParam(name = "company", required = false) @Nullable String reason, @Nullable CurrentAccount account,
			HttpServletRequest request, Model model) {
		if (account != null) {
			return "redirect:" + PageRequests.local(back);
		}
		model.addAttribute("failure", FAILURES.contains("" + reason) ? "login.company." + reason : null)
			.addAttribute("failureArguments", new Object[0]);
		Optional<KeptForm> kept = KeptForm.take(request.getSession(false));
		model.addAttribute("ended", ended != null || kept.isPresent())
			.addAttribute("back", PageRequests.local(back))
			.addAttribute("kept", kept.orElse(null));
		return VIEW;
	}

	/** A form was sent after the end of the session. */
	@PostMapping("/login/ended")
	String ended(@RequestAttribute KeptForm kept, HttpServletRequest request, Model model) {
		model.addAttribute("kept", kept)
			.addAttribute("ended", true)
			.addAttribute("back", PageRequests.currentPage(request));
		return VIEW;
	}

	/**
	 * The form waits in the session, so that reloading the page or going back to it is
	 * harmless.
	 */
	@GetMapping("/login/again")
	String offer(@RequestParam(required = false) @Nullable String back, HttpServletRequest request, Model model) {
		String page = PageRequests.local(back);
		return KeptForm.find(request.getSession(false))
			.map((kept) -> offer(kept, page, model))
			.orElse("redirect:" + page);
	}

	/** The session is new, and the form was sent with the old one. */
	@PostMapping("/login/again")
	String again(@RequestAttribute KeptForm kept, HttpServletRequest request, Model model) {
		return offer(kept, PageRequests.currentPage(request), model);
	}

	private static String offer(KeptForm kept, String back, Model model) {
		model.addAttribute("kept", kept)
			.addAttribute("back", back)
			.addAttribute("keptPage", KeptPage.nameOf(kept.action()).orElse(null));
		return "account/again";
	}

	/** Spring Security forwards a failed sign-in to this handler. */
	@PostMapping("/login/failed")
	String failed(@RequestAttribute String failure, @RequestAttribute Object[] failureArguments,
			HttpServletRequest request, Model model) {
		model.addAttribute("failure", failure).addAttribute("failureArguments", failureArguments);
		model.addAttribute("username", request.getParameter("username"));
		model.addAttribute("back", PageRequests.local(request.getParameter("back")));
		model.addAttribute("kept", KeptForm.read(request).orElse(null));
		return VIEW;
	}

}
