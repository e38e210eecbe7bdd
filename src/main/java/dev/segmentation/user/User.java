package dev.segmentation.user;

import java.time.Instant;

import dev.segmentation.shared.refusal.NotFoundException;

/**
 * A user of the product.
 */
public record User(long id, String login, Instant registeredAt) {

	/**
	 * The refusal of a request that names an unknown user.
	 */
	public static NotFoundException notFound() {
		return new NotFoundException("user.missing", "user does not exist");
	}

}
