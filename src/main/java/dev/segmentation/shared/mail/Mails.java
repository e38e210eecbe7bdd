package dev.segmentation.shared.mail;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/**
 * Sends mails, if a mail server is configured.
 */
@Component
public class Mails {

	private static final Logger logger = LoggerFactory.getLogger(Mails.class);

	private final @Nullable JavaMailSender server;

	private final MailProperties properties;

	public Mails(ObjectProvider<JavaMailSender> server, MailProperties properties) {
		this.server = server.getIfAvailable();
		this.properties = properties;
	}

	/**
	 * Whether there is a mail server.
	 */
	public boolean isConfigured() {
		return this.server != null;
	}

	/**
	 * Sends a mail. A failure is logged.
	 * @return whether the mail server accepted it
	 */
	public boolean send(String to, String subject, String text) {
		if (this.server == null) {
			return false;
		}
		SimpleMailMessage message = new SimpleMailMessage();
		message.setFrom(this.properties.from());
		message.setTo(to);
		message.setSubject(subject);
		message.setText(text);
		try {
			this.server.send(message);
			return true;
		}
		catch (MailException ex) {
			logger.warn("The mail \"{}\" could not be sent: {}", subject, ex.getMessage());
			return false;
		}
	}

}
