package dev.segmentation.membership;

/**
 * An SQL query that finds users.
 *
 * @param sql returns the column of their ids; must not contain texts from requests
 */
public record UserQuery(String sql) {
}
