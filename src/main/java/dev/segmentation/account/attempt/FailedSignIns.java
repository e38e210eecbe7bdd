package dev.segmentation.account.attempt;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import dev.segmentation.audit.AuditKind;
import dev.segmentation.audit.AuditLog;
import dev.segmentation.limit.RateLimit;
import jakarta.annotation.PreDestroy;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Records failed sign-ins in the audit: on each instance, at most ten a minute of an
 * address and 300 a minute in all. Of the others, the audit has the number.
 */
@Component
public class FailedSignIns {

	private static final Logger logger = LoggerFactory.getLogger(FailedSignIns.class);

	private static final Duration WINDOW = Duration.ofMinutes(1);

	/** Beyond that, addresses are counted together. */
	private static final int MOST_ADDRESSES = 100;

	private static final String OTHERS = "others";

	private final RateLimit ofAddress = new RateLimit("failed-sign-ins", 10, WINDOW);

	private final RateLimit ofAll = new RateLimit("all-failed-sign-ins", 300, WINDOW);

	private final Map<String, Rest> unrecorded = new ConcurrentHashMap<>();

	private final AuditLog audit;

	FailedSignIns(AuditLog audit) {
		this.audit = audit;
	}

	/**
	 * Records a sign-in that failed or was refused.
	 * @param login {@code null} when it is unknown
	 * @param detail why it was refused; {@code null} for a wrong login or password
	 */
	void record(@Nullable String login, @Nullable String detail) {
		String network = ClientNetwork.current();
		if (this.ofAddress.attempt(network).allowed() && this.ofAll.attempt("all").allowed()) {
			this.audit.record(AuditKind.SIGN_IN_FAILED, null, login, detail);
		}
		else {
			count(network);
		}
	}

	private void count(String network) {
		String address = ClientNetwork.request().map(HttpServletRequest::getRemoteAddr).orElse(null);
		boolean own = this.unrecorded.size() < MOST_ADDRESSES || this.unrecorded.containsKey(network);
		this.unrecorded.merge(own ? network : OTHERS, new Rest(own ? address : null, 1), Rest::plus);
	}

	/**
	 * Records how many more sign-ins failed since the last call. After a failure, the
	 * next call records them.
	 */
	public void recordRest() {
		this.unrecorded.forEach((network, rest) -> {
			this.audit.recordEarlier(AuditKind.SIGN_IN_FAILED, rest.address(), rest.count() + " more");
			this.unrecorded.computeIfPresent(network, (same, now) -> now.without(rest));
		});
	}

	/** The database may have stopped before. */
	@PreDestroy
	void recordLast() {
		try {
			recordRest();
		}
		catch (DataAccessException ex) {
			logger.warn("The audit misses the number of failed sign-ins of the last minute: {}", ex.getMessage());
		}
	}

	/**
	 * Failures that are not recorded one by one.
	 *
	 * @param address the last address; {@code null} for several networks
	 */
	private record Rest(@Nullable String address, int count) {

		Rest plus(Rest later) {
			return new Rest(later.address, this.count + later.count);
		}

		@Nullable Rest without(Rest recorded) {
			return (this.count > recorded.count) ? new Rest(this.address, this.count - recorded.count) : null;
		}

	}

}
