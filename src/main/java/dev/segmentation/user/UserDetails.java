package dev.segmentation.user;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * All that is known of one of the product's users.
 *
 * @param externalId the id in the product's own systems
 * @param version stands for the data that can be edited: the same data, the same version
 */
public record UserDetails(long id, @Nullable String externalId, String login, String email, Instant registeredAt,
		long version) {
}
