package dev.segmentation.account.link.web;

import dev.segmentation.account.link.AccountLink;
import dev.segmentation.shared.web.template.Messages;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/**
 * Mails one-time links, in the language of the administrator. Without a mail server, the
 * administrator sends them.
 */
@Component
class LinkMail {

	private static final Logger logger = LoggerFactory.getLogger(LinkMail.class);

	private final @Nullable JavaMailSender server;

	private final MailProperties properties;

	private final Messages messages;

	LinkMail(ObjectProvider<JavaMailSender> server, MailProperties properties, Messages messages) {
		this.server = server.getIfAvailable();
		this.properties = properties;
		this.messages = messages;
	}

	/**
	 * Sends a link. A failure is logged, because the administrator can still copy the
	 * link.
	 */
	Result send(AccountLink link, String url) {
		if (this.server == null || link.email() == null) {
			return Result.NONE;
		}
		try {
			this.server.send(message(link, link.email(), url));
			return Result.SENT;
		}
		catch (MailException ex) {
			logger.warn("The mail with a one-time link could not be sent: {}", ex.getMessage());
			return Result.FAILED;
		}
	}

	private SimpleMailMessage message(AccountLink link, String email, String url) {
		String key = "mail." + link.kind();
		SimpleMailMessage message = new SimpleMailMessage();
		message.setFrom(this.properties.from());
		message.setTo(email);
		message.setSubject(this.messages.get(key + ".subject"));
		message.setText(this.messages.get(key + ".text", url, AccountLink.HOURS, "" + link.login()));
		return message;
	}

	/** What became of a mail. */
	enum Result {

		/** There is no mail server, or no address. */
		NONE, SENT, FAILED

	}

}
