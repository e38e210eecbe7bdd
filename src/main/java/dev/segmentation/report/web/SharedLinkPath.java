package dev.segmentation.report.web;

/**
 * The parts of a shared link's address.
 */
record SharedLinkPath(long id, String signature) {
}
