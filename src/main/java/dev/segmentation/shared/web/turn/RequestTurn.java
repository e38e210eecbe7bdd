package dev.segmentation.shared.web.turn;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * The turn of a request to be worked on. A request has no turn while it waits for its
 * client: otherwise a few slow clients would keep everybody else waiting.
 */
public final class RequestTurn {

	private static final String ATTRIBUTE = RequestTurn.class.getName();

	private static final Duration PATIENCE = Duration.ofSeconds(1);

	private final FairTurns turns;

	private final String client;

	private final AtomicBoolean taken = new AtomicBoolean();

	RequestTurn(FairTurns turns, HttpServletRequest request) {
		this.turns = turns;
		this.client = request.getRemoteAddr();
		request.setAttribute(ATTRIBUTE, this);
	}

	static Optional<RequestTurn> of(ServletRequest request) {
		return Optional.ofNullable((RequestTurn) request.getAttribute(ATTRIBUTE));
	}

	/**
	 * Ends the turn of the current request early, because the rest of it mostly waits.
	 */
	public static void leaveCurrent() {
		if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes current) {
			of(current.getRequest()).ifPresent(RequestTurn::leave);
		}
	}

	boolean take() {
		if (this.turns.take(this.client, PATIENCE)) {
			this.taken.set(true);
			return true;
		}
		return false;
	}

	void leave() {
		if (this.taken.compareAndSet(true, false)) {
			this.turns.giveBack(this.client);
		}
	}

}
