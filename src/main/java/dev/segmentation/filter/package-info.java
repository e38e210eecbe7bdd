/**
 * Saved filters: filters of lists that an account keeps under a name, for itself or for
 * the team.
 */
@NullMarked
package dev.segmentation.filter;

import org.jspecify.annotations.NullMarked;
