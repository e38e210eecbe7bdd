/**
 * Google Drive, which stores and shares reports. No other package uses Google's client.
 */
@NullMarked
@NamedInterface("drive")
package dev.segmentation.report.drive;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
