package dev.segmentation.account.session;

import java.time.Instant;
import java.util.UUID;

/**
 * What one sign-in led to: the chain of tokens that continue it. Each use of a token
 * issues the next one.
 *
 * @param browser whether a browser is remembered; otherwise a program signed in
 */
record SessionFamily(UUID id, long accountId, boolean browser, Instant startedAt) {
}
