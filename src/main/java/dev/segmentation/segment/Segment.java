package dev.segmentation.segment;

import java.math.BigDecimal;

/**
 * A named set of users.
 *
 * @param assignPercent the percentage (0 to 100, two decimals) of all users who entered
 * when it was created
 */
public record Segment(long id, String name, BigDecimal assignPercent) {
}
