package dev.segmentation.user;

/**
 * What tells one user from all others.
 */
public enum UserField {

	ID, EXTERNAL_ID, LOGIN, EMAIL

}
