/**
 * Clients that try to stop the application for everybody else.
 */
@NullMarked
package dev.segmentation.attack;

import org.jspecify.annotations.NullMarked;
