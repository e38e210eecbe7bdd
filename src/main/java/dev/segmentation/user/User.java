package dev.segmentation.user;

import java.time.Instant;

/**
 * One of the product's users.
 */
public record User(long id, String login, Instant registeredAt) {
}
