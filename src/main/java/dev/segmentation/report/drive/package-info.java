/**
 * Google Drive, where reports are shared. The only place that knows Google's client.
 */
@NullMarked
@NamedInterface("drive")
package dev.segmentation.report.drive;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
