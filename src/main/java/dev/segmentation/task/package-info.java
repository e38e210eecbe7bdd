/**
 * Tasks: long acts that go on in the background, show how far they are, and survive
 * leaving the page.
 */
@NullMarked
package dev.segmentation.task;

import org.jspecify.annotations.NullMarked;
