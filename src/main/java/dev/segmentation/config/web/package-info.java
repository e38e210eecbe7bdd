/**
 * Wiring of the web server and of the API's documentation.
 */
@NullMarked
package dev.segmentation.config.web;

import org.jspecify.annotations.NullMarked;
