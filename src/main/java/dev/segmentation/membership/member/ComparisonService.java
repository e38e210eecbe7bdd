package dev.segmentation.membership.member;

import java.time.ZoneId;
import java.util.List;

import dev.segmentation.shared.Cursor;
import dev.segmentation.shared.Page;
import dev.segmentation.shared.csv.CsvReader;
import dev.segmentation.shared.database.ReadOnly;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;

/**
 * Compares the members that a segment had at two moments.
 */
@Service
@ReadOnly
public class ComparisonService {

	private final ComparisonRepository comparisons;

	private final PastMemberRepository members;

	ComparisonService(ComparisonRepository comparisons, PastMemberRepository members) {
		this.comparisons = comparisons;
		this.members = members;
	}

	/**
	 * Counts the changes.
	 * @param zone the time zone of the days
	 */
	public SegmentComparison compare(MomentPair pair, ZoneId zone) {
		return new SegmentComparison(this.members.find(pair.segmentId(), pair.from()),
				this.members.find(pair.segmentId(), pair.to()), this.comparisons.count(pair, zone));
	}

	/**
	 * Returns a page of the users of a change, by id. A page may have fewer users and
	 * still have a next page.
	 * @param cursor where the page begins; {@code null} for the first page
	 */
	public Page<ChangedMember> list(MomentPair pair, ChangeBetween change, @Nullable Cursor cursor) {
		PastSegment before = this.members.find(pair.segmentId(), pair.from());
		Page<Long> users = UserWindow.read(before, cursor,
				(range, limit) -> this.comparisons.findUsers(pair, change, range, limit));
		return users.with(users.items().isEmpty() ? List.of() : this.comparisons.findAll(pair, users.items()));
	}

	/**
	 * Passes a CSV file of all changes to a reader.
	 */
	public void readFile(MomentPair pair, CsvReader reader) {
		this.comparisons.readFile(pair, reader);
	}

}
