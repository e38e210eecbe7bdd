package dev.segmentation.dashboard;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import dev.segmentation.membership.UserMembershipService;
import dev.segmentation.segment.SegmentOwners;
import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.PlainText;
import dev.segmentation.shared.Role;
import dev.segmentation.shared.database.ReadOnly;
import dev.segmentation.user.UserDetails;
import dev.segmentation.user.UserMatch;
import dev.segmentation.user.UserSearch;

import org.springframework.stereotype.Service;

/**
 * Finds the additions that a text names: a user, then a segment, as in "anna beta" and
 * "add anna to BETA".
 */
@Service
@ReadOnly
public class AdditionSearch {

	private static final int OFFERED = 3;

	private static final Pattern VERB = Pattern.compile("(?iu)^(add|добавить|добавь)\\s+");

	private static final Pattern TO = Pattern.compile("(?iu)\\s+(to|в)\\s+");

	private static final Pattern BLANK = Pattern.compile("\\s+");

	private final SearchRepository segments;

	private final UserSearch users;

	private final UserMembershipService memberships;

	private final SegmentOwners owners;

	AdditionSearch(SearchRepository segments, UserSearch users, UserMembershipService memberships,
			SegmentOwners owners) {
		this.segments = segments;
		this.users = users;
		this.memberships = memberships;
		this.owners = owners;
	}

	/**
	 * Returns the best matching user with the best matching segments that the account may
	 * change and that the user is not in.
	 */
	public List<Addition> search(String text, CurrentAccount by) {
		String[] named = split(PlainText.of(text));
		if (named.length < 2 || named[0].isEmpty() || !by.may(Role.EDITOR)) {
			return List.of();
		}
		List<FoundSegment> found = this.segments.findNamed(named[1], OFFERED);
		Optional<UserDetails> user = found.isEmpty() ? Optional.empty()
				: this.users.suggest(named[0], 1)
					.stream()
					.filter((match) -> !match.alike())
					.map(UserMatch::user)
					.findFirst();
		return user.map((best) -> additions(best, found, by)).orElse(List.of());
	}

	/** Without a preposition, the first word is the user. */
	private static String[] split(String text) {
		String named = VERB.matcher(text).replaceFirst("");
		Pattern separator = TO.matcher(named).find() ? TO : BLANK;
		return separator.split(named, 2);
	}

	private List<Addition> additions(UserDetails user, List<FoundSegment> found, CurrentAccount by) {
		List<Long> ids = found.stream().map(FoundSegment::id).toList();
		Set<Long> changeable = this.owners.changeable(ids, by);
		List<String> joined = this.memberships.joined(user.id(), ids);
		return found.stream()
			.filter((segment) -> changeable.contains(segment.id()) && !joined.contains(segment.name()))
			.map((segment) -> new Addition(user.id(), user.login(), segment.id(), segment.name()))
			.toList();
	}

}
