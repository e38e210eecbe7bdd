package dev.segmentation.account.link;

import java.util.List;
import java.util.stream.Collectors;

import dev.segmentation.account.ActingAccounts;
import dev.segmentation.account.session.AccountSessions;
import dev.segmentation.audit.AuditLog;
import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.refusal.ConflictException;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Import;
import org.springframework.stereotype.Service;

/**
 * Makes a one-time link for an administrator who cannot sign in. Only a command does
 * this, because it needs access to the database.
 */
@Service
@Import({ PasswordResets.class, AccountLinkRepository.class, LinkedAccountRepository.class, AccountSessions.class,
		ActingAccounts.class, AuditLog.class })
public class AdministratorLinks {

	private final LinkedAccountRepository accounts;

	private final PasswordResets resets;

	AdministratorLinks(LinkedAccountRepository accounts, PasswordResets resets) {
		this.accounts = accounts;
		this.resets = resets;
	}

	/**
	 * Makes the link.
	 * @param login {@code null} for the only administrator
	 * @throws ConflictException when no enabled administrator has this login, or several
	 * could be meant; the message gives the reason
	 */
	public IssuedLink make(@Nullable String login) {
		List<CurrentAccount> all = this.accounts.findAdministrators();
		List<CurrentAccount> meant = all.stream()
			.filter((account) -> login == null || account.login().equalsIgnoreCase(login))
			.toList();
		if (meant.size() != 1) {
			throw new ConflictException("reset-admin", reason(login, all));
		}
		return this.resets.reset(meant.getFirst().id(), null);
	}

	private static String reason(@Nullable String login, List<CurrentAccount> all) {
		if (all.isEmpty()) {
			return "There is no enabled administrator. The first start of the program makes one.";
		}
		String logins = all.stream().map(CurrentAccount::login).collect(Collectors.joining(", "));
		return (login == null) ? "There are several administrators. Name one of them: %s.".formatted(logins)
				: "%s is no enabled administrator. The administrators are: %s.".formatted(login, logins);
	}

}
