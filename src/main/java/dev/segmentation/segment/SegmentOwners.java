package dev.segmentation.segment;

import java.util.Collection;
import java.util.List;
import java.util.Set;

import dev.segmentation.audit.AuditKind;
import dev.segmentation.audit.AuditLog;
import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.database.ReadOnly;
import dev.segmentation.shared.refusal.NotFoundException;
import dev.segmentation.shared.refusal.RestrictedSegmentException;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The owners of segments. Only they and administrators may change a restricted segment.
 * The database checks this for each change ({@code require_segment_access}).
 */
@Service
public class SegmentOwners {

	private final SegmentOwnerRepository owners;

	private final AuditLog audit;

	SegmentOwners(SegmentOwnerRepository owners, AuditLog audit) {
		this.owners = owners;
		this.audit = audit;
	}

	/**
	 * Returns the logins of those owners who can change the segment now.
	 */
	@ReadOnly
	public List<String> logins(long segmentId) {
		return this.owners.findOwners(segmentId)
			.stream()
			.filter(SegmentOwnerRepository.Owner::able)
			.map(SegmentOwnerRepository.Owner::login)
			.toList();
	}

	/**
	 * Returns a segment's owners, and the accounts that could become owners.
	 */
	@ReadOnly
	public List<SegmentOwner> candidates(long segmentId) {
		return this.owners.findCandidates(segmentId);
	}

	/**
	 * Returns those of the segments that an account may change, if its role permits
	 * changes.
	 */
	@ReadOnly
	public Set<Long> changeable(Collection<Long> segmentIds, CurrentAccount by) {
		return segmentIds.isEmpty() ? Set.of() : this.owners.findChangeable(segmentIds, by.id());
	}

	/**
	 * Whether an account may change the owners of a segment and its restriction.
	 */
	@ReadOnly
	public boolean isOwner(long segmentId, CurrentAccount by) {
		return this.owners.isOwner(segmentId, by.id());
	}

	/**
	 * Changes the owners of a segment and its restriction. Only editors and
	 * administrators become owners.
	 * @throws NotFoundException when no segment has this id
	 * @throws RestrictedSegmentException when the account is neither an owner nor an
	 * administrator
	 */
	@Transactional
	public void change(ChangeRestriction change, CurrentAccount by) {
		long id = change.segmentId();
		SegmentOwnerRepository.Held segment = this.owners.hold(id).orElseThrow(Segment::notFound);
		if (!isOwner(id, by)) {
			throw new RestrictedSegmentException();
		}
		List<String> before = allLogins(id);
		this.owners.restrict(id, change.restricted(), by.id());
		this.owners.replaceOwners(id, change.owners());
		List<String> now = allLogins(id);
		if (change.restricted() != segment.restricted() || !now.equals(before)) {
			AuditKind kind = change.restricted() ? AuditKind.SEGMENT_RESTRICTED : AuditKind.SEGMENT_OPENED;
			this.audit.record(kind, by, segment.name(), String.join(", ", now));
		}
	}

	private List<String> allLogins(long segmentId) {
		return this.owners.findOwners(segmentId).stream().map(SegmentOwnerRepository.Owner::login).toList();
	}

}
