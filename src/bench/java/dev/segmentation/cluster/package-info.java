/**
 * A trial of several instances behind a balancer, with everything that is to be shared.
 */
@NullMarked
package dev.segmentation.cluster;

import org.jspecify.annotations.NullMarked;
