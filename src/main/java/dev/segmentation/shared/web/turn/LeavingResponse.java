package dev.segmentation.shared.web.turn;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.web.util.OnCommittedResponseWrapper;

/**
 * Ends the turn of its request when the answer is being sent: from then on, the client
 * sets the pace.
 */
class LeavingResponse extends OnCommittedResponseWrapper {

	private final RequestTurn turn;

	LeavingResponse(HttpServletResponse response, RequestTurn turn) {
		super(response);
		this.turn = turn;
	}

	@Override
	protected void onResponseCommitted() {
		this.turn.leave();
	}

}
