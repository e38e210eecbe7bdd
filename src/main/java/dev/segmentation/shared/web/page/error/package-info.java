/**
 * The pages of refusals and failures.
 */
@NullMarked
@NamedInterface("web-page-error")
package dev.segmentation.shared.web.page.error;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
