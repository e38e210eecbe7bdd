/**
 * Limits: what one account or address may do in a second, and at once.
 */
@NullMarked
package dev.segmentation.limit;

import org.jspecify.annotations.NullMarked;
