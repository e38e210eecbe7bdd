/**
 * Forms with a long text, which waits in a file instead of the memory.
 */
@NullMarked
package dev.segmentation.config.longform;

import org.jspecify.annotations.NullMarked;
