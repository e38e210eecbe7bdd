package dev.segmentation.account.staff;

import dev.segmentation.shared.Keyset;
import dev.segmentation.shared.SortColumn;

/**
 * The sort column of the list of accounts.
 */
public enum AccountSort implements SortColumn {

	LOGIN("lower(a.login)", "lower(l.address)", "text"),
	/** From the lowest role to the highest. */
	ROLE("CAST(position(left(a.role, 1) IN 'MVEA') AS bigint)",
			"CAST(position(left(l.staff_role, 1) IN 'MVEA') AS bigint)", "bigint"),
	/** Accounts without a second factor first. */
	FACTOR("CAST(CAST(" + StaffRepository.SECOND_FACTOR + " AS integer) AS bigint)", "CAST(0 AS bigint)", "bigint"),
	/** In microseconds since 1970 (UTC). */
	SEEN("coalesce(CAST(extract(epoch FROM a.last_sign_in_at) * 1000000 AS bigint), 0)", "CAST(0 AS bigint)", "bigint");

	private final String ofAccount;

	private final String ofInvitation;

	private final String type;

	AccountSort(String ofAccount, String ofInvitation, String type) {
		this.ofAccount = ofAccount;
		this.ofInvitation = ofInvitation;
		this.type = type;
	}

	@Override
	public boolean startsDescending() {
		return this != LOGIN && this != FACTOR;
	}

	/** Returns the sort key of an account in SQL. */
	String ofAccount() {
		return this.ofAccount;
	}

	/** Returns the sort key of an invitation in SQL. */
	String ofInvitation() {
		return this.ofInvitation;
	}

	/** Returns the type of the sort key in SQL. */
	String type() {
		return this.type;
	}

	Keyset keyset(boolean descending) {
		return descending ? Keyset.descending("key", "ref") : Keyset.ascending("key", "ref");
	}

}
