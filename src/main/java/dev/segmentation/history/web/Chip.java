package dev.segmentation.history.web;

/**
 * A filter that is set, and the address without it.
 *
 * @param name of the filter, for its label
 */
record Chip(String name, String value, String without) {
}
