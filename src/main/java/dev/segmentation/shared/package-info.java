/**
 * What every feature speaks of: who acts, and how a request is refused.
 */
@NullMarked
package dev.segmentation.shared;

import org.jspecify.annotations.NullMarked;
