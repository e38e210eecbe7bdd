package dev.segmentation.membership;

import java.util.List;
import java.util.Objects;

import dev.segmentation.segment.SegmentService;
import dev.segmentation.shared.ActKind;
import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.NotFoundException;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Adds pasted lists of users to segments: reads them, shows what they would do, and does
 * it once somebody has confirmed it. A list belongs to who pasted it.
 */
@Service
public class MemberListService {

	private final MemberListRepository lists;

	private final BulkMembershipRepository memberships;

	private final SegmentService segments;

	MemberListService(MemberListRepository lists, BulkMembershipRepository memberships, SegmentService segments) {
		this.lists = lists;
		this.memberships = memberships;
		this.segments = segments;
	}

	/**
	 * Reads a list and changes nothing.
	 * @param ttl how long its users will stay; {@code null} for good
	 * @return the list's id
	 * @throws dev.segmentation.shared.NotFoundException when there is no such segment
	 */
	@Transactional
	public long read(long segmentId, PastedList list, @Nullable Ttl ttl, CurrentAccount by) {
		this.segments.get(segmentId);
		return this.lists.insert(segmentId, list, ttl, by.id());
	}

	/**
	 * What a list would do, or has done.
	 * @throws NotFoundException when there is no such list, or it is not theirs
	 */
	public MemberList get(long id, CurrentAccount by) {
		return this.lists.find(id, by.id()).orElseThrow(MemberList::notFound);
	}

	/**
	 * All entries of a list that name nobody.
	 * @throws NotFoundException when there is no such list, or it is not theirs
	 */
	public List<String> unknown(long id, CurrentAccount by) {
		return this.lists.findUnknown(get(id, by).id());
	}

	/**
	 * Adds those whom the list has shown to be new: nobody else, and no one twice. A list
	 * that has been confirmed already is left at that.
	 * @throws NotFoundException when there is no such list, or it is not theirs
	 * @throws InvalidTtlException when the end that it asks for is over by now
	 */
	@Transactional
	public MemberList.Result confirm(long id, CurrentAccount by) {
		MemberList list = get(id, by);
		if (this.lists.confirm(id, by.id())) {
			this.lists.recordResult(id, this.memberships.add(list.segmentId(), this.lists.findNewIds(id), list.ttl(),
					ActKind.IMPORT, by.id()));
		}
		return Objects.requireNonNull(get(id, by).result());
	}

}
