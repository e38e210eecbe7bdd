package dev.segmentation.account.profile.web;

import java.time.Instant;
import java.util.UUID;

import dev.segmentation.account.session.AccountSession;
import dev.segmentation.account.session.AccountSession.Kind;
import dev.segmentation.shared.ClientProgram;
import org.jspecify.annotations.Nullable;

/**
 * A session in the list.
 *
 * @param program the name of the browser or program; {@code null} when it is unknown
 * @param system the name of its operating system; {@code null} when it is unknown
 * @param current whether it is the session that shows the list
 */
record SessionRow(UUID id, Kind kind, @Nullable String program, @Nullable String system, @Nullable String address,
		Instant usedAt, boolean current) {

	static SessionRow of(AccountSession session, UUID current) {
		String device = session.client().device();
		return new SessionRow(session.id(), session.kind(), ClientProgram.of(device), ClientSystem.of(device),
				session.client().address(), session.usedAt(), session.id().equals(current));
	}

}
