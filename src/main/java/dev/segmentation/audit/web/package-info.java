/**
 * The page of the audit, and its export.
 */
@NullMarked
package dev.segmentation.audit.web;

import org.jspecify.annotations.NullMarked;
