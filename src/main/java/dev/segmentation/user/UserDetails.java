package dev.segmentation.user;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * All data of a user.
 *
 * @param externalId the id in the product's own systems
 * @param version a hash of the data that can be edited
 */
public record UserDetails(long id, @Nullable String externalId, String login, String email, Instant registeredAt,
		long version) {
}
