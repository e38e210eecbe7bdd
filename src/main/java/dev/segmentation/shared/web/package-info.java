/**
 * Constraints of fields that the API and the pages share.
 */
@NullMarked
@NamedInterface("web")
package dev.segmentation.shared.web;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
