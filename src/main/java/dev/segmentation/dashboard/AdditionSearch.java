package dev.segmentation.dashboard;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.segmentation.segment.SegmentOwners;
import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.PlainText;
import dev.segmentation.shared.Role;
import dev.segmentation.shared.database.ReadOnly;
import dev.segmentation.user.UserMatch;
import dev.segmentation.user.UserSearch;

import org.springframework.stereotype.Service;

/**
 * Finds the additions that a text names: a user and a segment, as in "anna beta", "beta
 * anna" and "add anna to BETA".
 */
@Service
@ReadOnly
public class AdditionSearch {

	private static final int OFFERED = 3;

	private static final int CONSIDERED_USERS = 10;

	/** Longer texts are sentences. */
	private static final int MOST_WORDS = 6;

	private static final Pattern VERB = Pattern.compile("(?iu)^(add|добавить|добавь)\\s+");

	private static final Pattern TO = Pattern.compile("(?iu)\\s+(to|в)\\s+");

	private static final Pattern BLANK = Pattern.compile("\\s+");

	private final SearchRepository segments;

	private final UserSearch users;

	private final SegmentOwners owners;

	AdditionSearch(SearchRepository segments, UserSearch users, SegmentOwners owners) {
		this.segments = segments;
		this.users = users;
		this.owners = owners;
	}

	/**
	 * Returns the best additions to segments that the account may change, then the best
	 * matching users that are in these segments already.
	 */
	public List<Addition> search(String text, CurrentAccount by) {
		return by.may(Role.EDITOR) ? names(PlainText.of(text)).map((names) -> additions(names, by))
			.filter((found) -> !found.isEmpty())
			.findFirst()
			.orElse(List.of()) : List.of();
	}

	/** Without a preposition, each blank may separate the two names, in both orders. */
	private static Stream<Names> names(String text) {
		String named = VERB.matcher(text).replaceFirst("");
		String[] parts = TO.split(named, 2);
		if (parts.length == 2) {
			return Stream.of(new Names(parts[0], parts[1]));
		}
		List<String> words = List.of(BLANK.split(named, MOST_WORDS));
		return IntStream.range(1, words.size())
			.mapToObj((at) -> new Names(String.join(" ", words.subList(0, at)),
					String.join(" ", words.subList(at, words.size()))))
			.flatMap((names) -> Stream.of(names, new Names(names.segment(), names.user())));
	}

	private List<Addition> additions(Names names, CurrentAccount by) {
		List<FoundSegment> found = findSegments(names.segment(), by);
		List<UserMatch> matches = found.isEmpty() ? List.of()
				: this.users.suggest(names.user(), CONSIDERED_USERS)
					.stream()
					.filter((match) -> !match.alike())
					.toList();
		List<Addition> all = found.stream().flatMap((segment) -> additions(matches, segment)).toList();
		return Stream.concat(offer(all, false), offer(all, true)).toList();
	}

	private List<FoundSegment> findSegments(String name, CurrentAccount by) {
		List<FoundSegment> found = name.isEmpty() ? List.of() : this.segments.findNamed(name, OFFERED);
		Set<Long> changeable = this.owners.changeable(found.stream().map(FoundSegment::id).toList(), by);
		return found.stream().filter((segment) -> changeable.contains(segment.id())).toList();
	}

	private Stream<Addition> additions(List<UserMatch> matches, FoundSegment segment) {
		return this.users.withMembership(matches, segment.id())
			.stream()
			.map((suggestion) -> new Addition(suggestion.user().id(), suggestion.user().login(), segment.id(),
					segment.name(), suggestion.member()));
	}

	private static Stream<Addition> offer(List<Addition> all, boolean member) {
		return all.stream().filter((addition) -> addition.member() == member).limit(OFFERED);
	}

	/**
	 * The texts that may name a user and a segment.
	 */
	private record Names(String user, String segment) {

	}

}
