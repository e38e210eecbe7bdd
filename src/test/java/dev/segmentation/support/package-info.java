/**
 * The infrastructure of tests: databases, the API over HTTP, and the application as a
 * process.
 */
@NullMarked
package dev.segmentation.support;

import org.jspecify.annotations.NullMarked;
