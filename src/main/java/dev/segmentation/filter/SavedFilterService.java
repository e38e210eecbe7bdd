package dev.segmentation.filter;

import java.util.List;

import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.Role;
import dev.segmentation.shared.database.ReadOnly;
import dev.segmentation.shared.refusal.ConflictException;
import dev.segmentation.shared.refusal.ForbiddenException;
import dev.segmentation.shared.refusal.InvalidInputException;
import dev.segmentation.shared.refusal.NotFoundException;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lists, saves and deletes the named filters of lists. An account uses and saves them for
 * the lists that it may see. Editors also save filters for the team.
 */
@Service
public class SavedFilterService {

	/** The most filters that an account, or the team, has for one list. */
	public static final int MOST = 50;

	private final SavedFilterRepository filters;

	SavedFilterService(SavedFilterRepository filters) {
		this.filters = filters;
	}

	/**
	 * Returns the filters of an account and of the team, by name.
	 * @throws ForbiddenException when the account may not see the list
	 */
	@ReadOnly
	public List<SavedFilter> find(FilteredList list, CurrentAccount by) {
		by.require(list.lowest());
		return this.filters.find(list, by.id());
	}

	/**
	 * Returns a filter that an account may delete.
	 * @throws NotFoundException when the account does not see such a filter
	 * @throws ForbiddenException when it belongs to the team, and another account saved
	 * it
	 */
	@ReadOnly
	public SavedFilter getDeletable(long id, CurrentAccount by) {
		SavedFilter filter = this.filters.findById(id, by.id())
			.filter((found) -> by.may(found.list().lowest()))
			.orElseThrow(() -> new NotFoundException("filter.missing", "filter does not exist"));
		if (!filter.isDeletableBy(by)) {
			throw new ForbiddenException("forbidden", "forbidden");
		}
		return filter;
	}

	/**
	 * Saves the filters of a list.
	 * @param team whether everybody who may see the list gets the filter
	 * @throws ForbiddenException when the account may not see the list, or may not save
	 * for the team
	 * @throws InvalidInputException when no filter is set, or they are too long
	 * @throws ConflictException when the name is taken, in any case, or there are too
	 * many filters
	 */
	@Transactional
	public void save(FilterAddress address, String name, boolean team, CurrentAccount by) {
		by.require(address.list().lowest());
		if (team) {
			by.require(Role.EDITOR);
		}
		if (!address.isSavable()) {
			throw new InvalidInputException();
		}
		@Nullable Long owner = team ? null : (Long) by.id();
		if (this.filters.count(address.list(), owner) >= MOST) {
			throw new ConflictException(team ? "filters.full.team" : "filters.full", "too many filters", MOST);
		}
		try {
			this.filters.insert(address, name, owner, by.id());
		}
		catch (DuplicateKeyException ex) {
			throw new ConflictException(team ? "filters.taken.team" : "filters.taken", "filter already exists", name);
		}
	}

	/**
	 * Deletes a filter.
	 * @throws NotFoundException when the account does not see such a filter
	 * @throws ForbiddenException when it belongs to the team, and another account saved
	 * it
	 */
	@Transactional
	public void delete(long id, CurrentAccount by) {
		this.filters.delete(getDeletable(id, by).id());
	}

	/**
	 * Deletes the filters that only an account sees. Those of the team stay.
	 */
	@Transactional
	public void deleteOf(long accountId) {
		this.filters.deleteOf(accountId);
	}

}
