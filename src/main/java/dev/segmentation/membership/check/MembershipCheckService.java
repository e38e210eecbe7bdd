package dev.segmentation.membership.check;

import java.util.Collection;
import java.util.List;

import dev.segmentation.shared.database.ReadOnly;

import org.springframework.stereotype.Service;

/**
 * Answers many questions about memberships at once.
 */
@Service
@ReadOnly
public class MembershipCheckService {

	private final MembershipCheckRepository memberships;

	MembershipCheckService(MembershipCheckRepository memberships) {
		this.memberships = memberships;
	}

	/**
	 * Answers questions, in the same order.
	 */
	public List<FoundMembership> check(Collection<MembershipQuestion> questions) {
		return questions.isEmpty() ? List.of() : this.memberships.find(questions);
	}

	/**
	 * Finds the memberships of users, in the order of the users.
	 * @param limit the largest number of memberships
	 */
	public List<FoundMembership> memberships(Collection<Long> users, int limit) {
		return users.isEmpty() ? List.of() : this.memberships.findAll(users, limit);
	}

}
