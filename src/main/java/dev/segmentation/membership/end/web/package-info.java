/**
 * The pages of ends: the list of ends, the change of several ends, and the preview of an
 * entered end.
 */
@NullMarked
package dev.segmentation.membership.end.web;

import org.jspecify.annotations.NullMarked;
