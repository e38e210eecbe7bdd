@NullMarked
package dev.segmentation.membership.list;

import org.jspecify.annotations.NullMarked;
