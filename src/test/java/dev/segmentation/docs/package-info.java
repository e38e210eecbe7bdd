/**
 * Tests of the documents: README and docs, in English and Russian.
 */
@NullMarked
package dev.segmentation.docs;

import org.jspecify.annotations.NullMarked;
