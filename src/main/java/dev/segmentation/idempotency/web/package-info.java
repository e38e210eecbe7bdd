/**
 * Keys in the forms of pages, against double clicks, repeated requests and the Back
 * button.
 */
@NullMarked
package dev.segmentation.idempotency.web;

import org.jspecify.annotations.NullMarked;
