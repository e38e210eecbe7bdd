package dev.segmentation.filter;

import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.Role;
import org.jspecify.annotations.Nullable;

/**
 * A named filter of a list.
 *
 * @param ownerId the account that alone sees it; {@code null} for the team's
 * @param query the filters as in the list's address
 * @param createdBy the account that saved it
 * @param author the login of that account
 */
public record SavedFilter(long id, FilteredList list, @Nullable Long ownerId, String name, String query,
		@Nullable Long createdBy, @Nullable String author) {

	/** Whether everybody who may see the list sees the filter. */
	public boolean isTeam() {
		return this.ownerId == null;
	}

	/**
	 * Whether an account may delete it. Editors delete what they saved for the team.
	 */
	public boolean isDeletableBy(CurrentAccount account) {
		if (!isTeam()) {
			return true;
		}
		boolean own = this.createdBy != null && this.createdBy == account.id();
		return account.may(own ? Role.EDITOR : Role.ADMIN);
	}

}
