/**
 * Tests several instances behind a load balancer, with a shared database and a replica.
 */
@NullMarked
package dev.segmentation.cluster;

import org.jspecify.annotations.NullMarked;
