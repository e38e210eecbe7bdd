package dev.segmentation.user;

/**
 * A field that is unique among users.
 */
public enum UserField {

	ID, EXTERNAL_ID, LOGIN, EMAIL

}
