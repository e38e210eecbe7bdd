@NullMarked
package dev.segmentation.config.longform;

import org.jspecify.annotations.NullMarked;
