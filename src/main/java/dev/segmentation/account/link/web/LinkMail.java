package dev.segmentation.account.link.web;

import dev.segmentation.account.link.AccountLink;
import dev.segmentation.shared.mail.Mails;
import dev.segmentation.shared.web.template.Messages;

import org.springframework.stereotype.Component;

/**
 * Mails one-time links, in the language of the administrator. Without a mail server, the
 * administrator sends them.
 */
@Component
class LinkMail {

	private final Mails mails;

	private final Messages messages;

	LinkMail(Mails mails, Messages messages) {
		this.mails = mails;
		this.messages = messages;
	}

	/**
	 * Sends a link. After a failure, the administrator can still copy the link.
	 */
	Result send(AccountLink link, String url) {
		if (!this.mails.isConfigured() || link.email() == null) {
			return Result.NONE;
		}
		String key = "mail." + link.kind();
		String text = this.messages.get(key + ".text", url, AccountLink.HOURS, "" + link.login());
		return this.mails.send(link.email(), this.messages.get(key + ".subject"), text) ? Result.SENT : Result.FAILED;
	}

	/** What became of a mail. */
	enum Result {

		/** There is no mail server, or no address. */
		NONE, SENT, FAILED

	}

}
