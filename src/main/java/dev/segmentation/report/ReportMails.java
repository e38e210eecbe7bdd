package dev.segmentation.report;

import java.util.Locale;
import java.util.Optional;

import dev.segmentation.report.ReportMailRepository.Mail;
import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.mail.Mails;
import dev.segmentation.shared.web.template.Messages;

import org.springframework.stereotype.Service;

/**
 * Mails the author of a report that it is ready. The mail has the link to its page and no
 * data of it.
 */
@Service
public class ReportMails {

	private final ReportMailRepository repository;

	private final Mails mails;

	private final Messages messages;

	ReportMails(ReportMailRepository repository, Mails mails, Messages messages) {
		this.repository = repository;
		this.mails = mails;
		this.messages = messages;
	}

	/**
	 * Whether an account can get mails.
	 */
	public boolean isOffered(CurrentAccount account) {
		return this.mails.isConfigured() && this.repository.hasAddress(account.id());
	}

	/**
	 * Finds the state of the mail about a report; empty when none was requested.
	 */
	public Optional<MailState> state(Report report) {
		return this.repository.findState(report.id());
	}

	/**
	 * Requests a mail for a report that is not ready.
	 * @param root the address of the application
	 */
	public void request(Report report, String root, Locale language) {
		this.repository.request(report.id(), root, language);
	}

	/**
	 * Requests a mail for each report of a recurring one.
	 * @param root the address of the application
	 */
	public void request(RecurringReport recurring, String root, Locale language) {
		this.repository.requestAll(recurring.id(), root, language);
	}

	/**
	 * Sends the mail about a report that is ready, if the author wants it.
	 */
	void send(long reportId) {
		this.repository.findWanted(reportId).ifPresent((mail) -> {
			boolean sent = mail.address() != null && send(mail, mail.address(), reportId);
			this.repository.setState(reportId, sent ? MailState.SENT : MailState.FAILED);
		});
	}

	private boolean send(Mail mail, String address, long reportId) {
		Locale language = Locale.of(mail.language());
		Object[] url = { mail.root() + Report.urlOf(reportId) };
		return this.mails.send(address, this.messages.getMessage("report.mail.subject", null, language),
				this.messages.getMessage("report.mail.text", url, language));
	}

}
