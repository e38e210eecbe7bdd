package dev.segmentation.account.factor.web;

import dev.segmentation.account.RecentSignIn;
import dev.segmentation.account.factor.SecondFactors;
import dev.segmentation.account.factor.passkey.Passkeys;
import dev.segmentation.shared.CurrentAccount;
import jakarta.servlet.http.HttpSession;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * The page with an account's passkeys and second factors.
 */
@Component
class FactorPage {

	private final Passkeys passkeys;

	private final SecondFactors factors;

	private final RecentSignIn recent;

	FactorPage(Passkeys passkeys, SecondFactors factors, RecentSignIn recent) {
		this.recent = recent;
		this.passkeys = passkeys;
		this.factors = factors;
	}

	/**
	 * Returns the page's view.
	 */
	String show(CurrentAccount account, HttpSession session, Model model) {
		model.addAttribute("state", this.factors.state(account.id()))
			.addAttribute("missing", this.factors.isMissing(account))
			.addAttribute("passkeys", this.passkeys.list(account))
			.addAttribute("most", Passkeys.MOST)
			.addAttribute("confirmed", this.recent.isRecent(session));
		return "account/factors";
	}

}
