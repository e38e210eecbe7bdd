@NullMarked
package dev.segmentation.membership.member;

import org.jspecify.annotations.NullMarked;
