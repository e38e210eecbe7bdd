package dev.segmentation.history;

import java.util.List;

import dev.segmentation.shared.InputProblem;

/**
 * The users that texts name.
 *
 * @param ids the users that were found
 * @param problems the texts that name no user or several
 */
public record NamedUsers(List<Long> ids, List<InputProblem> problems) {

}
