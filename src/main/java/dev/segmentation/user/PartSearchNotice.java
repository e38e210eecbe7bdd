package dev.segmentation.user;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Says at the start when the database has no index for parts of logins.
 */
@Component
class PartSearchNotice {

	private static final Logger logger = LoggerFactory.getLogger(PartSearchNotice.class);

	private final UserSearchRepository users;

	PartSearchNotice(UserSearchRepository users) {
		this.users = users;
	}

	@EventListener(ApplicationReadyEvent.class)
	void check() {
		if (!this.users.hasPartIndex()) {
			logger.warn("The search finds users only by the beginning of a login or e-mail. To find parts too, let the"
					+ " database's administrator run CREATE EXTENSION pg_trgm in the database, and restart.");
		}
	}

}
