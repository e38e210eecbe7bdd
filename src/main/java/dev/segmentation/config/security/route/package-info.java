/**
 * Which role each route needs, and whether a request may use its route.
 */
@NullMarked
package dev.segmentation.config.security.route;

import org.jspecify.annotations.NullMarked;
