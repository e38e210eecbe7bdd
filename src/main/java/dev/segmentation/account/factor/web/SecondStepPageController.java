package dev.segmentation.account.factor.web;

import dev.segmentation.account.factor.passkey.PasskeyChallenges;
import dev.segmentation.account.factor.passkey.Passkeys;
import dev.segmentation.shared.web.page.PageController;
import dev.segmentation.shared.web.page.PageRequests;
import dev.segmentation.shared.web.page.error.KeptForm;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.MediaType;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/**
 * The second step of a sign-in, and the beginning of a sign-in with a passkey. Filters
 * process the forms themselves.
 */
@PageController
class SecondStepPageController {

	private final Passkeys passkeys;

	private final PasskeyChallenges challenges;

	SecondStepPageController(Passkeys passkeys, PasskeyChallenges challenges) {
		this.passkeys = passkeys;
		this.challenges = challenges;
	}

	/** The password has to be entered again. */
	@GetMapping("/login/code")
	String restart() {
		return "redirect:/login";
	}

	/** The filters forward a correct password and a wrong code to this handler. */
	@PostMapping("/login/code/enter")
	String enter(HttpServletRequest request, Model model) {
		model.addAttribute("back", PageRequests.local(request.getParameter("back")));
		model.addAttribute("kept", KeptForm.read(request).orElse(null));
		model.addAttribute("remember", request.getParameter("remember") != null);
		return "account/code";
	}

	@ResponseBody
	@PostMapping(path = "/login/passkey/options", produces = MediaType.APPLICATION_JSON_VALUE)
	String options(HttpServletRequest request, HttpServletResponse response) {
		PublicKeyCredentialRequestOptions options = this.passkeys.requestOptions(PageRequests.address(request));
		this.challenges.save(options, request, response);
		return this.passkeys.write(options);
	}

}
