package dev.segmentation.account.staff;

import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;

import dev.segmentation.shared.Cursor;
import dev.segmentation.shared.Page;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;

/**
 * Finds accounts of people. Tokens and deleted accounts are not among them.
 */
@Service
public class Accounts {

	private static final int MOST_COUNTED = 10_000;

	private final AccountListRepository lists;

	private final StaffRepository accounts;

	Accounts(AccountListRepository lists, StaffRepository accounts) {
		this.lists = lists;
		this.accounts = accounts;
	}

	/**
	 * Returns the number of accounts and open invitations.
	 * @return empty when there are more than 10,000: members can be millions
	 */
	public OptionalLong count(AccountFilter filter) {
		long count = this.lists.count(filter, MOST_COUNTED + 1);
		return (count <= MOST_COUNTED) ? OptionalLong.of(count) : OptionalLong.empty();
	}

	/**
	 * Returns a page of accounts and open invitations.
	 * @param cursor {@code null} for the first page
	 * @throws dev.segmentation.shared.refusal.InvalidInputException when the cursor
	 * belongs to another list
	 */
	public Page<AccountRow> list(AccountFilter filter, @Nullable Cursor cursor, int size) {
		return Page.read(cursor, size, (row) -> row.cursor(filter.sort()),
				(from, limit) -> this.lists.find(filter, from, limit));
	}

	/**
	 * Returns an account.
	 * @throws dev.segmentation.shared.refusal.NotFoundException when no account has this
	 * id
	 */
	public AccountDetails get(long id) {
		return findAll(List.of(id)).stream().findFirst().orElseThrow(AccountDetails::notFound);
	}

	/**
	 * Returns the accounts with these ids that exist, by login.
	 */
	public List<AccountDetails> findAll(Collection<Long> ids) {
		return this.accounts.findAll(ids);
	}

}
