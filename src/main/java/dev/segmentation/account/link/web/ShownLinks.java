package dev.segmentation.account.link.web;

import dev.segmentation.account.link.AccountLink;
import dev.segmentation.account.link.IssuedLink;
import dev.segmentation.shared.web.page.PageVisit;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Shows a new one-time link to the administrator, and mails it to the person.
 */
@Component
class ShownLinks {

	private final LinkMail mail;

	ShownLinks(LinkMail mail) {
		this.mail = mail;
	}

	/**
	 * Returns the view that shows the link once.
	 */
	String show(IssuedLink issued, PageVisit visit, Model model) {
		String url = ServletUriComponentsBuilder.fromCurrentContextPath().path(issued.secret().path()).toUriString();
		visit.showOnce(page(issued.link()));
		model.addAttribute("issued", issued.link())
			.addAttribute("url", url)
			.addAttribute("hours", AccountLink.HOURS)
			.addAttribute("mail", this.mail.send(issued.link(), url));
		return "accounts/link";
	}

	private static String page(AccountLink link) {
		return (link.accountId() != null) ? "/accounts/" + link.accountId() : "/accounts/invitations/" + link.id();
	}

}
