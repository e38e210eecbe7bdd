@NullMarked
package dev.segmentation.membership.end;

import org.jspecify.annotations.NullMarked;
