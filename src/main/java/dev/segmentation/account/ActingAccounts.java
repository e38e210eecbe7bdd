package dev.segmentation.account;

import java.util.List;
import java.util.stream.Stream;

import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.refusal.ForbiddenException;

import org.springframework.context.annotation.Import;
import org.springframework.stereotype.Component;

/**
 * Checks in the transaction of an act that the account may still act. Requests know their
 * account from a memory of a second, and may take longer themselves.
 */
@Component
@Import(ActingAccountRepository.class)
public class ActingAccounts {

	private final ActingAccountRepository accounts;

	ActingAccounts(ActingAccountRepository accounts) {
		this.accounts = accounts;
	}

	/**
	 * Lets changes of the account wait until the end of the transaction. Accounts that
	 * the act changes are locked with it, in the order of their ids, so that two acts
	 * cannot wait for each other.
	 * @throws ForbiddenException when the account has been disabled, or has a lower role
	 * than at the begin of the request
	 */
	public void requireStill(CurrentAccount by, Long... changed) {
		List<Long> ids = Stream.concat(Stream.of(by.id()), Stream.of(changed)).toList();
		if (this.accounts.lock(ids).stream().noneMatch((now) -> now.id() == by.id() && now.may(by.role()))) {
			throw new ForbiddenException("forbidden", "forbidden");
		}
	}

}
