package dev.segmentation.account.attempt;

import java.time.Duration;

import dev.segmentation.audit.AuditKind;
import dev.segmentation.audit.AuditLog;
import dev.segmentation.limit.RateLimit;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Records failed sign-ins in the audit: on each instance, at most ten a minute of an
 * address and 300 a minute in all. The metrics count the others too.
 */
@Component
class FailedSignIns {

	private static final Duration WINDOW = Duration.ofMinutes(1);

	private final RateLimit ofAddress = new RateLimit("failed-sign-ins", 10, WINDOW);

	private final RateLimit ofAll = new RateLimit("all-failed-sign-ins", 300, WINDOW);

	private final AuditLog audit;

	FailedSignIns(AuditLog audit) {
		this.audit = audit;
	}

	/**
	 * Records a sign-in that failed or was refused.
	 * @param detail why it was refused; {@code null} for a wrong login or password
	 */
	void record(String login, @Nullable String detail) {
		if (this.ofAddress.attempt(ClientNetwork.current()).allowed() && this.ofAll.attempt("all").allowed()) {
			this.audit.record(AuditKind.SIGN_IN_FAILED, null, login, detail);
		}
	}

}
