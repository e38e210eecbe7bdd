/**
 * An OpenID Connect provider for tests.
 */
@NullMarked
package dev.segmentation.support.company;

import org.jspecify.annotations.NullMarked;
