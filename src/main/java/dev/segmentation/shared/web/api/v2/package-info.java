/**
 * The frame of version 2 of the JSON API: problems, bodies, lists, entity tags.
 */
@NullMarked
@NamedInterface("web-api-v2")
package dev.segmentation.shared.web.api.v2;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
