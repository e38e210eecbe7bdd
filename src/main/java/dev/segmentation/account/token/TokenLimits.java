package dev.segmentation.account.token;

import java.util.ArrayList;
import java.util.List;

import dev.segmentation.shared.Role;
import org.jspecify.annotations.Nullable;

/**
 * What a token may do.
 *
 * @param role the highest role; that of the owner may be lower
 * @param readOnly whether it only reads
 * @param segments the names of its segments, or {@code null} if it may use all segments
 * @param addresses the ranges of addresses from which it is accepted; empty for all
 */
public record TokenLimits(Role role, boolean readOnly, @Nullable List<String> segments, List<String> addresses) {

	/**
	 * Returns the role of the token when its owner has a role.
	 */
	Role under(Role ownerRole) {
		return lowest(this.role, ownerRole, this.readOnly);
	}

	static Role lowest(Role role, Role ownerRole, boolean readOnly) {
		Role lower = (role.compareTo(ownerRole) < 0) ? role : ownerRole;
		return (readOnly && lower.compareTo(Role.VIEWER) > 0) ? Role.VIEWER : lower;
	}

	/** The limits in an event of the audit. */
	String describe() {
		List<String> parts = new ArrayList<>(List.of(this.role.name()));
		if (this.readOnly) {
			parts.add("read only");
		}
		if (this.segments != null) {
			parts.add("segments: " + String.join(", ", this.segments));
		}
		if (!this.addresses.isEmpty()) {
			parts.add("addresses: " + String.join(", ", this.addresses));
		}
		return String.join("; ", parts);
	}

}
