package dev.segmentation.user;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.segmentation.shared.ActKind;
import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.Cursor;
import dev.segmentation.shared.Page;
import dev.segmentation.shared.database.ReadOnly;
import dev.segmentation.shared.refusal.NotFoundException;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/**
 * Finds, adds, edits and deletes users one by one.
 */
@Service
public class UserService {

	private static final int MOST_NEWER = 10_000;

	private static final String LIST = "users";

	private final UserRepository users;

	UserService(UserRepository users) {
		this.users = users;
	}

	/**
	 * Finds a user.
	 * @throws NotFoundException when no user has this id
	 */
	@ReadOnly
	public UserDetails get(long id) {
		return this.users.find(id).orElseThrow(User::notFound);
	}

	/**
	 * Returns the user that a program names.
	 * @throws NotFoundException when there is no such user
	 */
	@ReadOnly
	public UserDetails get(UserRef ref) {
		return find(ref).orElseThrow(User::notFound);
	}

	/**
	 * Finds the user that a program names.
	 */
	@ReadOnly
	public Optional<UserDetails> find(UserRef ref) {
		return Optional.ofNullable(findIds(List.of(ref)).getFirst()).flatMap(this.users::find);
	}

	/**
	 * Finds the ids of the users that a program names.
	 * @return an id for each reference, in the same order; {@code null} for unknown users
	 */
	@ReadOnly
	public List<@Nullable Long> findIds(Collection<UserRef> refs) {
		return refs.isEmpty() ? List.of() : this.users.findIds(refs);
	}

	/**
	 * Returns a page of all users in the order of their ids.
	 * @throws dev.segmentation.shared.refusal.InvalidInputException when the cursor
	 * belongs to another list
	 */
	@ReadOnly
	public Page<UserDetails> page(@Nullable Cursor cursor, int size) {
		if (cursor != null) {
			cursor.expect(LIST);
		}
		return Page.of(this.users.findAfter((cursor != null) ? cursor.number(1) : Long.MIN_VALUE, size + 1), cursor,
				size, (user) -> Cursor.after(LIST, user.id()));
	}

	/**
	 * Returns the number of users. It is saved, so that no request counts them.
	 */
	@ReadOnly
	public long count() {
		return this.users.count();
	}

	/**
	 * Returns the number of users that were added after a user; {@code null} when there
	 * are more than 10,000, because counting them takes longer than the page.
	 */
	@ReadOnly
	public @Nullable Long countNewer(long id) {
		long newer = this.users.countNewer(id, MOST_NEWER + 1);
		return (newer <= MOST_NEWER) ? (Long) newer : null;
	}

	/**
	 * Whether a user has signed up. Such a user can read their own segments through the
	 * API.
	 */
	@ReadOnly
	public boolean hasOwnAccount(long id) {
		return this.users.hasOwnAccount(id);
	}

	/**
	 * Returns the number of segments that a user is in now.
	 */
	@ReadOnly
	public long countSegments(long id) {
		return this.users.countSegments(id);
	}

	/**
	 * Adds a user.
	 * @return the new user's id
	 * @throws UserTakenException when another user has one of the fields
	 */
	public long add(UserData user) {
		try {
			return this.users.insert(user);
		}
		catch (DuplicateKeyException ex) {
			throw taken(user, null, ex);
		}
	}

	/**
	 * Adds the user with an external id, or gives it the data.
	 * @return whether the user is new
	 * @throws UserTakenException when another user has the login or the e-mail address
	 */
	public boolean put(UserData user) {
		try {
			return this.users.put(user).orElse(false);
		}
		catch (DuplicateKeyException ex) {
			Long own = find(new UserRef(UserField.EXTERNAL_ID, "" + user.externalId())).map(UserDetails::id)
				.orElse(null);
			throw taken(user, own, ex);
		}
	}

	/**
	 * Edits a user.
	 * @param version the version that the account read
	 * @throws NotFoundException when the user no longer exists
	 * @throws UserChangedException when another account has edited the user since then
	 * @throws UserTakenException when another user has one of the fields
	 */
	public void edit(long id, UserData user, long version) {
		try {
			if (!this.users.update(id, user, version)) {
				get(id);
				throw new UserChangedException();
			}
		}
		catch (DuplicateKeyException ex) {
			throw taken(user, id, ex);
		}
	}

	private RuntimeException taken(UserData user, @Nullable Long exceptId, DuplicateKeyException ex) {
		Set<UserField> fields = this.users.findTaken(user, exceptId);
		return fields.isEmpty() ? ex : new UserTakenException(fields);
	}

	/**
	 * Deletes a user, after removing it from all its segments. Only its id remains, in
	 * the history.
	 * @param note the reason, for the history; empty without one
	 * @throws NotFoundException when no user has this id
	 * @throws dev.segmentation.shared.refusal.RestrictedSegmentException when the account
	 * may not change one of these segments
	 */
	public void delete(long id, String note, CurrentAccount by) {
		delete(id, note, ActKind.PAGE, by);
	}

	/**
	 * Deletes a user, as {@link #delete(long, String, CurrentAccount)} does.
	 * @param through the source of the act
	 */
	public void delete(long id, String note, ActKind through, CurrentAccount by) {
		if (!this.users.delete(id, note, through, by.id())) {
			throw User.notFound();
		}
	}

}
