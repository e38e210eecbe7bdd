package dev.segmentation.history.web;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.segmentation.history.act.ActChange;
import dev.segmentation.history.act.ActChangeType;
import dev.segmentation.history.act.ActSummary;
import dev.segmentation.history.act.NewEnds;
import dev.segmentation.history.act.SegmentEdit;
import dev.segmentation.shared.ActKind;
import dev.segmentation.shared.web.template.Formats;
import dev.segmentation.shared.web.template.Messages;

import org.springframework.stereotype.Component;

/**
 * Describes what an act did in one sentence. Templates use it as {@code @actWords}.
 */
@Component
class ActWords {

	/** The space of a date, which must not end a line. */
	private static final char NO_BREAK = '\u00a0';

	private static final List<ChronoUnit> UNITS = List.of(ChronoUnit.DAYS, ChronoUnit.HOURS, ChronoUnit.MINUTES,
			ChronoUnit.SECONDS);

	private final Messages messages;

	private final Formats formats;

	ActWords(Messages messages, Formats formats) {
		this.messages = messages;
		this.formats = formats;
	}

	/**
	 * The sentence, such as "anna added 500,000 users to BETA by percentage".
	 */
	public String sentence(ActSummary act) {
		if (act.kind() == ActKind.SEGMENT_DELETED && act.deletedFrom() == 1 && act.addedTo() == 0) {
			return clause("act.segmentDeleted", act.deleted(), act, ActChangeType.DELETED);
		}
		List<String> clauses = new ArrayList<>();
		if (act.addedTo() > 0) {
			clauses.add(clause("act.added", act.added(), act, ActChangeType.ADDED));
		}
		if (act.deletedFrom() > 0) {
			String key = (act.kind() == ActKind.EXPIRY) ? "act.expired"
					: clauses.isEmpty() ? "act.removed" : "act.alsoRemoved";
			clauses.add(clause(key, act.deleted(), act, ActChangeType.DELETED));
		}
		if (act.ends().memberships() > 0) {
			clauses.add(ends(clauses.isEmpty() ? "act.ends." : "act.alsoEnds.", act));
		}
		if (clauses.isEmpty() && !act.edits().isEmpty()) {
			return edits(act);
		}
		if (clauses.isEmpty()) {
			return this.messages.get("act.nothing", who(act));
		}
		return String.join("", clauses) + this.messages.get("act.through." + act.kind().text());
	}

	/**
	 * The account of the act: its login, "the system", or a deleted account.
	 */
	public String who(ActSummary act) {
		if (act.account() != null) {
			return isolated(act.account());
		}
		return this.messages.get((act.accountId() != null) ? "act.by.deleted" : "act.by.system");
	}

	/**
	 * Names a single user. Changes of several segments are counted in memberships,
	 * because a user may be in several of them.
	 */
	private String clause(String key, long count, ActSummary act, ActChangeType type) {
		Optional<String> user = act.onlyUser(type).map(this::user);
		if (user.isPresent() && (act.kind() != ActKind.EXPIRY || act.segmentCount(type) == 1)) {
			return this.messages.get(key + ".user", user.get(), who(act), segments(act, type));
		}
		boolean one = act.segmentCount(type) == 1;
		return this.messages.get(key + (one ? "" : ".memberships"), count, who(act), segments(act, type));
	}

	/**
	 * Names the end when all memberships have the same, or by how much all were extended.
	 */
	private String ends(String start, ActSummary act) {
		NewEnds ends = act.ends();
		Optional<String> user = act.onlyUser(ActChangeType.ENDS)
			.map(this::user)
			.filter((login) -> ends.segments() == 1);
		String key = start + ends.way() + (user.isPresent() ? ".user" : "");
		return this.messages.get(key, user.isPresent() ? user.get() : ends.memberships(), who(act),
				segments(act, ActChangeType.ENDS), end(ends).replace(' ', NO_BREAK));
	}

	private String end(NewEnds ends) {
		if (ends.by() != null && !ends.same()) {
			return length(ends.by());
		}
		return (ends.first() != null) ? this.formats.when(ends.first()) : "";
	}

	/** In the largest unit that has no rest: "7 days". */
	private String length(Duration length) {
		ChronoUnit unit = UNITS.stream()
			.filter((each) -> length.toSeconds() % each.getDuration().toSeconds() == 0)
			.findFirst()
			.orElseThrow();
		return this.messages.get("act.length." + unit.name(), length.dividedBy(unit.getDuration()));
	}

	private String edits(ActSummary act) {
		if (act.edits().size() > 1) {
			return this.messages.get("act.edit.many", who(act), act.edits().size());
		}
		SegmentEdit edit = act.edits().getFirst();
		String described = edit.isRenamed() ? "act.edit.both" : "act.edit.description";
		String key = edit.isDescribed() ? described : "act.edit.name";
		return this.messages.get(key, who(act), isolated(edit.nameBefore()), isolated(edit.nameAfter()));
	}

	/**
	 * The user's login, or a deleted user with the id.
	 */
	public String user(ActChange.OnlyUser user) {
		return (user.login() != null) ? isolated(user.login())
				: this.messages.get("history.user.deleted", String.valueOf(user.id()));
	}

	private String segments(ActSummary act, ActChangeType type) {
		long count = act.segmentCount(type);
		String name = act.segmentName(type).map(ActWords::isolated).orElse("");
		if (count == 1) {
			return name;
		}
		String key = "act.segments." + type.text();
		return name.isEmpty() ? this.messages.get(key, count) : this.messages.get(key + ".andMore", count - 1, name);
	}

	/**
	 * Isolates a name, so that a right-to-left name does not reorder the sentence.
	 */
	private static String isolated(String name) {
		return "\u2068" + name + "\u2069";
	}

}
