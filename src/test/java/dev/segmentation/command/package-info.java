@NullMarked
package dev.segmentation.command;

import org.jspecify.annotations.NullMarked;
