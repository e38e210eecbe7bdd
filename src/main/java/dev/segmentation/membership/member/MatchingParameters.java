package dev.segmentation.membership.member;

import java.util.HashMap;
import java.util.Map;

import dev.segmentation.shared.database.SqlTime;
import org.jspecify.annotations.Nullable;

/**
 * SQL parameters of {@code matching_members}, which finds all members that a filter
 * lists.
 */
public final class MatchingParameters {

	/** A call of the function. Its other parameter is {@code segment}. */
	public static final String CALL = """
			matching_members(:segment, :search, :fewMembers, CAST(:endPresent AS boolean), CAST(:endWithin AS interval),
			                 CAST(:source AS act_kind), :addedBy, CAST(:actId AS bigint))""";

	private MatchingParameters() {
	}

	/**
	 * Returns the parameters for a filter.
	 */
	public static Map<String, @Nullable Object> of(MemberFilter filter) {
		Map<String, @Nullable Object> parameters = new HashMap<>();
		parameters.put("search", filter.search());
		parameters.put("fewMembers", MemberSearchRepository.BUDGET);
		parameters.put("endPresent", filter.endPresent());
		parameters.put("endWithin", (filter.ends().within() != null) ? filter.ends().within().toString() : null);
		parameters.put("source", (filter.source() != null) ? filter.source().text() : null);
		parameters.put("addedBy", filter.account());
		parameters.put("actId", filter.act());
		parameters.put("moment", SqlTime.utcOrNull(filter.at()));
		return parameters;
	}

}
