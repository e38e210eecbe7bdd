package dev.segmentation.report;

/**
 * The states by which the list of reports can be filtered.
 */
public enum ReportStatus {

	/** The file can be downloaded, and its link works. */
	LIVE("r.ready_at IS NOT NULL AND" + Condition.OPEN + "AND NOT" + Condition.USED_UP),
	/** The link was opened as often as allowed. */
	USED_UP("r.ready_at IS NOT NULL AND" + Condition.OPEN + "AND" + Condition.USED_UP),
	PREPARING("r.ready_at IS NULL AND" + Condition.OPEN + "AND" + Condition.RUNNING),
	/** The task failed, was interrupted or was cancelled. */
	FAILED("r.ready_at IS NULL AND" + Condition.OPEN + "AND NOT" + Condition.RUNNING),
	EXPIRED("r.revoked_at IS NULL AND r.expires_at <= now()"), REVOKED("r.revoked_at IS NOT NULL");

	private final String condition;

	ReportStatus(String condition) {
		this.condition = condition;
	}

	/** Returns the condition in SQL, for a report {@code r} and its task {@code t}. */
	String condition() {
		return this.condition;
	}

	private static final class Condition {

		static final String OPEN = " r.revoked_at IS NULL AND coalesce(r.expires_at > now(), true) ";

		static final String USED_UP = " coalesce(r.opened >= r.max_openings, false) ";

		static final String RUNNING = " coalesce(t.state IN ('RUNNING', 'DONE'), false) ";

	}

}
