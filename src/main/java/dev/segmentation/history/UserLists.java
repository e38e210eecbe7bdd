package dev.segmentation.history;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import dev.segmentation.shared.database.ReadOnly;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the users of filters that are too many for an address. A list never changes and
 * is never deleted, so addresses, saved filters and reports with it stay valid.
 */
@Service
public class UserLists {

	private final UserListRepository lists;

	UserLists(UserListRepository lists) {
		this.lists = lists;
	}

	/**
	 * Keeps a list. The same users, in any order, have the same key.
	 */
	@Transactional
	public UserListKey keep(Collection<Long> userIds) {
		List<Long> sorted = userIds.stream().distinct().sorted().toList();
		UserListKey key = UserListKey.of(sorted);
		this.lists.insert(key.text(), sorted);
		return key;
	}

	/**
	 * Returns the users of a list.
	 * @return empty when the list does not exist
	 */
	@ReadOnly
	public Optional<List<Long>> find(UserListKey key) {
		return this.lists.find(key.text());
	}

}
