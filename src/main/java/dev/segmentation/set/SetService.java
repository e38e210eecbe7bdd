package dev.segmentation.set;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import dev.segmentation.membership.AddedUsers;
import dev.segmentation.membership.MembershipService;
import dev.segmentation.membership.RemovedUsers;
import dev.segmentation.membership.UserQuery;
import dev.segmentation.segment.CreateSegment;
import dev.segmentation.segment.Segment;
import dev.segmentation.segment.SegmentService;
import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.Cursor;
import dev.segmentation.shared.Page;
import dev.segmentation.shared.csv.CsvReader;
import dev.segmentation.shared.database.ReadOnly;
import dev.segmentation.user.UserDetails;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Computes sets of users from segments, and puts their users into segments. Sets are
 * exact at the moment when they are read or used.
 */
@Service
public class SetService {

	private final SetRepository sets;

	private final SegmentService segments;

	private final MembershipService memberships;

	SetService(SetRepository sets, SegmentService segments, MembershipService memberships) {
		this.sets = sets;
		this.segments = segments;
		this.memberships = memberships;
	}

	/**
	 * Reads an expression. Names of segments may be in any case; the exact name comes
	 * first.
	 * @throws InvalidSetException when it cannot be read, or names a segment that does
	 * not exist
	 */
	public SetExpression parse(String text) {
		return SetParser.parse(text, this::find);
	}

	private Optional<Segment> find(String name) {
		Optional<Segment> segment = this.segments.findNamesake(name, 0);
		if (segment.isEmpty()) {
			this.segments.findRenamed(name).ifPresent((renamed) -> {
				throw new InvalidSetException("sets.problem.renamed", name, renamed.name());
			});
		}
		return segment;
	}

	/**
	 * Writes the name of a segment as it stands in an expression.
	 */
	public static String quoted(String name) {
		return SetParser.quoted(name);
	}

	/**
	 * Counts the users of a set and of its segments.
	 */
	@Transactional(readOnly = true)
	public SetCounts count(SetExpression expression) {
		this.sets.allowLargeGroups();
		return this.sets.count(expression);
	}

	/**
	 * Counts what would change if the users were added to a segment or removed.
	 */
	@Transactional(readOnly = true)
	public SetPlan plan(SetExpression expression, Segment segment) {
		SetCounts both = count(new SetExpression.Both(expression, new SetExpression.Members(segment)));
		long members = both.parts()
			.stream()
			.filter((part) -> part.segment().equals(segment))
			.findFirst()
			.orElseThrow()
			.members();
		return new SetPlan(count(expression).users(), both.users(), members);
	}

	/**
	 * Returns a page of the users of a set, by id.
	 * @param cursor {@code null} for the first page
	 */
	@ReadOnly
	public Page<UserDetails> list(SetExpression expression, @Nullable Cursor cursor) {
		return Page.read(cursor, Page.SIZE, (user) -> Cursor.after(user.id()),
				(from, limit) -> this.sets.find(expression, from, limit));
	}

	/**
	 * Passes a CSV file of the users to a reader.
	 */
	@Transactional(readOnly = true)
	public void readFile(SetExpression expression, CsvReader reader) {
		this.sets.allowLargeGroups();
		this.sets.readFile(expression, reader);
	}

	/**
	 * Counts the users that each two of the segments share.
	 */
	@Transactional(readOnly = true)
	public Overlaps compare(List<Segment> compared) {
		this.sets.allowLargeGroups();
		long[][] users = new long[compared.size()][compared.size()];
		this.sets.forEachCombination(compared.stream().map(Segment::id).toList(),
				(combination, count) -> add(users, combination, count));
		List<List<Long>> rows = new ArrayList<>();
		for (long[] row : users) {
			rows.add(Arrays.stream(row).boxed().toList());
		}
		return new Overlaps(compared, rows);
	}

	/** Adds users who are in the same segments to each two of these. */
	private static void add(long[][] users, long combination, long count) {
		int[] places = IntStream.range(0, users.length).filter((place) -> (combination >> place & 1) == 1).toArray();
		for (int one : places) {
			for (int other : places) {
				users[one][other] += count;
			}
		}
	}

	/**
	 * Creates a segment with the users of a set.
	 * @throws dev.segmentation.segment.SegmentExistsException when the name is taken
	 */
	@Transactional
	public CreatedSegment createSegment(SetExpression expression, CreateSegment command, CurrentAccount by) {
		long segment = this.segments.create(command, by);
		return new CreatedSegment(segment, this.memberships.addFound(segment, query(expression), by).added());
	}

	/**
	 * Adds the users of a set to a segment in one act.
	 */
	public AddedUsers add(SetExpression expression, long segmentId, CurrentAccount by) {
		return this.memberships.addFound(segmentId, query(expression), by);
	}

	/**
	 * Removes the users of a set from a segment in one act.
	 */
	public RemovedUsers remove(SetExpression expression, long segmentId, CurrentAccount by) {
		return this.memberships.removeFound(segmentId, query(expression), by);
	}

	/**
	 * A new segment.
	 *
	 * @param users the number of its members
	 */
	public record CreatedSegment(long id, long users) {
	}

	private static UserQuery query(SetExpression expression) {
		return new UserQuery(SetSql.users(expression, "true"));
	}

}
