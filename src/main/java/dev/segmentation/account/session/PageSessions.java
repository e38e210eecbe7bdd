package dev.segmentation.account.session;

import java.time.Instant;
import java.util.List;

import dev.segmentation.account.BrowserSession;

import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/**
 * Reads the sessions of pages from Spring Session.
 */
@Component
class PageSessions {

	private final FindByIndexNameSessionRepository<? extends Session> sessions;

	PageSessions(FindByIndexNameSessionRepository<? extends Session> sessions) {
		this.sessions = sessions;
	}

	/**
	 * Finds the sessions of an account. Not inside a transaction: Spring Session takes a
	 * connection of its own.
	 */
	List<PageSession> find(String login) {
		return this.sessions.findByPrincipalName(login)
			.values()
			.stream()
			.filter((session) -> !session.isExpired())
			.map(PageSessions::read)
			.toList();
	}

	/** A session of an older version does not know its browser. */
	private static PageSession read(Session session) {
		BrowserSession browser = session.getAttribute(BrowserSession.ATTRIBUTE);
		return new PageSession(session.getId(),
				(browser != null) ? browser : BrowserSession.unknown(session.getId(), session.getCreationTime()),
				session.getLastAccessedTime());
	}

	/**
	 * A session of pages.
	 *
	 * @param id the value of its cookie, which no page may show
	 */
	record PageSession(String id, BrowserSession browser, Instant usedAt) {
	}

}
