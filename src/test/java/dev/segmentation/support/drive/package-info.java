/**
 * A local Google Drive for tests and for trying the application out. It is as strict as
 * Google's, and fails on request.
 */
@NullMarked
package dev.segmentation.support.drive;

import org.jspecify.annotations.NullMarked;
