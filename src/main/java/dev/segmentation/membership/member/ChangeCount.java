package dev.segmentation.membership.member;

import java.time.LocalDate;

import dev.segmentation.shared.ActKind;

/**
 * The number of memberships that changed in one way on a day.
 *
 * @param source the source of the last change
 * @param day the day of the last change
 */
public record ChangeCount(ChangeBetween change, ActKind source, LocalDate day, long users) {
}
