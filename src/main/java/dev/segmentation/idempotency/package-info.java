/**
 * Keys of requests. A request that is repeated with its key changes nothing again and
 * gets the first answer.
 */
@NullMarked
package dev.segmentation.idempotency;

import org.jspecify.annotations.NullMarked;
