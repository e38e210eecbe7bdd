/**
 * The menu of saved filters, and the pages that save and delete them.
 */
@NullMarked
package dev.segmentation.filter.web;

import org.jspecify.annotations.NullMarked;
