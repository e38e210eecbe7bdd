/**
 * The audit: who signed in, and who changed what about accounts, tokens and links.
 */
@NullMarked
package dev.segmentation.audit;

import org.jspecify.annotations.NullMarked;
