/**
 * Imports of users from CSV files: a dry run first, then the import in the background.
 */
@NullMarked
package dev.segmentation.user.imports;

import org.jspecify.annotations.NullMarked;
