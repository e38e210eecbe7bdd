package dev.segmentation.history;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Some of the users whom an act touched, in the order of their ids.
 *
 * @param before the page before this ends below this user; {@code null} on the first
 * @param after the page after this begins above this user; {@code null} on the last
 */
public record ActUserPage(List<ActUser> users, @Nullable Long before, @Nullable Long after) {
}
