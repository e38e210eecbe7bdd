/**
 * The commands of the packaged program. They use the services of features and the
 * configuration; only the program's main class depends on them.
 */
@NullMarked
package dev.segmentation.command;

import org.jspecify.annotations.NullMarked;
