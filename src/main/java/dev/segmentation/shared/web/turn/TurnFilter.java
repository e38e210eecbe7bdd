package dev.segmentation.shared.web.turn;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Limits the requests at work, so that each of them is answered soon. Requests that wait
 * longer than a second for their turn are refused. The turn ends when the answer is being
 * sent: from then on, the client sets the pace.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class TurnFilter extends OncePerRequestFilter {

	/** Requests wait for the database most of their time. */
	private static final int FOR_EACH_PROCESSOR = 8;

	/** Others of them need no connection at the moment. */
	private static final int FOR_EACH_CONNECTION = 2;

	private final FairTurns turns;

	TurnFilter(@Value("${spring.datasource.hikari.maximum-pool-size}") int connections) {
		int turns = Math.max(Runtime.getRuntime().availableProcessors() * FOR_EACH_PROCESSOR,
				connections * FOR_EACH_CONNECTION);
		this.turns = new FairTurns(turns, turns - turns / 4);
	}

	/** Those who watch the application are always answered. */
	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		String path = request.getRequestURI();
		return path.startsWith("/ping") || path.startsWith("/actuator/") || path.equals("/livez")
				|| path.equals("/readyz");
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		RequestTurn turn = new RequestTurn(this.turns, request);
		if (!turn.take()) {
			BusyAnswer.send(request, response);
			return;
		}
		try {
			chain.doFilter(request, new LeavingResponse(response, turn));
		}
		finally {
			turn.leave();
		}
	}

}
